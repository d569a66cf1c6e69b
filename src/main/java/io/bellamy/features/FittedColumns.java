package io.bellamy.features;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Numeric columns that have seen the runs of pretraining; saved with the model and applied to every run and request.
 *
 * @param columns each with how it is standardised
 */
public record FittedColumns(List<Standardised> columns) {

    /** Beyond so many deviations a value that does not follow from the scale-out counts no more. */
    private static final double FAR = 3;

    /**
     * A column with its location and scale.
     *
     * @param column what is computed
     * @param mean of the values seen
     * @param deviation of the values seen, not below a floor; 0 where there was one value only, which then says nothing
     */
    public record Standardised(Column column, double mean, double deviation) {

        double apply(int scaleOut, Map<String, String> properties) {
            OptionalDouble value = column.of(scaleOut, properties);
            if (value.isEmpty() || deviation == 0) {
                return 0;
            }
            double standardised = (value.getAsDouble() - mean) / deviation;
            return column.dependsOnScaleOut() ? standardised : Math.max(-FAR, Math.min(FAR, standardised));
        }
    }

    public FittedColumns {
        columns = List.copyOf(columns);
    }

    /** The values of a run, {@code [columns]}; 0 where the run does not tell. */
    public double[] apply(int scaleOut, Map<String, String> properties) {
        return columns.stream()
                .mapToDouble(column -> column.apply(scaleOut, properties))
                .toArray();
    }
}

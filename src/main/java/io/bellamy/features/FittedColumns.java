package io.bellamy.features;

import io.bellamy.job.Run;
import io.bellamy.numerics.Spread;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Numeric columns that have seen the runs of pretraining; saved with the model and applied to every run and request.
 *
 * @param columns each with how it is standardised
 */
public record FittedColumns(List<Standardised> columns) {

    /** Beyond this number of deviations a value that does not follow from the scale-out counts no more. */
    private static final double FAR = 3;

    /** Values closer together than this, in logarithms or categories, are not spread out further. */
    private static final double LEAST_DEVIATION = 0.5;

    /**
     * A column with its location and scale.
     *
     * @param column what is computed
     * @param mean of the values seen
     * @param deviation of the values seen, not below a floor; 0 where there was one value only, which then says nothing
     */
    public record Standardised(Column column, double mean, double deviation) {

        public Standardised {
            if (!(deviation >= 0) || Double.isInfinite(deviation)) {
                throw new IllegalArgumentException("the deviation of a column " + deviation + " must be at least 0");
            }
        }

        static Standardised fit(Column column, List<Run> runs) {
            Spread spread = Spread.of(column.in(runs));
            return new Standardised(
                    column, spread.mean(), spread.isConstant() ? 0 : Math.max(LEAST_DEVIATION, spread.deviation()));
        }

        /** The standardised value; 0 where the run does not tell or nothing was learned of the column. */
        public double apply(ColumnValues run) {
            OptionalDouble value = run.of(column);
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

    /** The same columns, standardised by other runs; one that is constant there says nothing. */
    public FittedColumns refit(List<Run> runs) {
        return new FittedColumns(columns.stream()
                .map(column -> Standardised.fit(column.column(), runs))
                .toList());
    }

    /** The values of a run, {@code [columns]}; 0 where the run does not tell. */
    public double[] apply(ColumnValues run) {
        return columns.stream().mapToDouble(column -> column.apply(run)).toArray();
    }
}

package io.bellamy.baseline;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Run;
import io.bellamy.numerics.Spread;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a run before it is run, as numbers for the methods that learn from other contexts: logarithms of the
 * scale-out and of the amounts in total and per machine, the numbers in the properties' texts where these are no names, and
 * a column for every other word. Columns are standardised over the runs that they were fitted to; a constant one is left out, and what is
 * not known is the mean, 0.
 */
final class Features implements RunInputs {

    private record StandardisedInput(InputColumn column, double mean, double deviation) {

        double of(PlannedRun run) {
            double value = (column.of(run) - mean) / deviation;
            return Double.isFinite(value) ? value : 0;
        }
    }

    private final List<StandardisedInput> columns;

    private Features(List<StandardisedInput> columns) {
        this.columns = columns;
    }

    /** Fits to runs, possibly none; then there is no column. */
    static Features fit(List<Run> runs) {
        return fit(runs, true);
    }

    /** The same without the columns for words. */
    static Features numbersOf(List<Run> runs) {
        return fit(runs, false);
    }

    private static Features fit(List<Run> runs, boolean words) {
        List<PlannedRun> planned =
                runs.stream().map(Features::planned).distinct().toList();
        PropertyDefinitions definitions = runs.isEmpty()
                ? PropertyDefinitions.NONE
                : runs.get(0).properties().definitions();
        List<StandardisedInput> columns = new ArrayList<>();
        for (InputColumn column : InputColumn.suggestedBy(planned, definitions, words)) {
            double[] values = planned.stream()
                    .mapToDouble(column::of)
                    .filter(Double::isFinite)
                    .toArray();
            Spread spread = Spread.of(values);
            if (!spread.isConstant()) {
                columns.add(new StandardisedInput(column, spread.mean(), spread.deviation()));
            }
        }
        return new Features(List.copyOf(columns));
    }

    /** How many numbers there are for a run. */
    int size() {
        return columns.size();
    }

    /** The numbers of a run, [columns], all finite. */
    double[] of(PlannedRun run) {
        return columns.stream().mapToDouble(column -> column.of(run)).toArray();
    }

    @Override
    public double[] of(PlannedRun run, Optional<LocalDate> day) {
        return of(run);
    }

    /** What was known of a run before it was run. */
    static PlannedRun planned(Run run) {
        return new PlannedRun(run.scaleOut(), run.properties());
    }
}

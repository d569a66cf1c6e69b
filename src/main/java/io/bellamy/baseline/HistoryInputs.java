package io.bellamy.baseline;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Run;
import io.bellamy.numerics.Spread;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as a Gaussian process over histories sees it: [numbers..., texts..., day]. Equal texts have the same
 * number; the day is told from the middle of those that it was fitted to.
 *
 * @param numbers standardised over the runs that they were fitted to
 * @param texts the properties that are no single numbers
 * @param known the number of each text
 * @param days when they were
 * @param now the day of runs of which it is not known, or which are still to come: the next one
 */
record HistoryInputs(Features numbers, List<String> texts, NumberedTexts known, Spread days, LocalDate now)
        implements RunInputs {

    /** A number for each text, as it comes. */
    static final class NumberedTexts {

        private final Map<String, Integer> numbers = new HashMap<>();

        synchronized int of(String text) {
            numbers.putIfAbsent(text, numbers.size());
            return numbers.get(text);
        }
    }

    /** Fits to runs, at least one. */
    static HistoryInputs fit(List<Run> runs) {
        List<String> texts = runs.stream()
                .flatMap(run -> run.properties().names().stream()
                        .filter(name -> run.properties().definitions().kind(name) != PropertyKind.NUMBER))
                .distinct()
                .sorted()
                .toList();
        Spread days = Spread.of(runs.stream()
                .flatMap(run -> run.measured().stream())
                .mapToDouble(LocalDate::toEpochDay)
                .toArray());
        return new HistoryInputs(Features.numbersOf(runs), texts, new NumberedTexts(), days, next(runs));
    }

    /** The same when these are the runs known. */
    HistoryInputs asOf(List<Run> history) {
        return new HistoryInputs(numbers, texts, known, days, next(history));
    }

    /** The day after the newest. */
    private static LocalDate next(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.measured().stream())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH)
                .plusDays(1);
    }

    @Override
    public double[] of(PlannedRun run, Optional<LocalDate> day) {
        double[] input = new double[numbers.size() + texts.size() + 1];
        System.arraycopy(numbers.of(run), 0, input, 0, numbers.size());
        for (int i = 0; i < texts.size(); i++) {
            input[numbers.size() + i] = known.of(run.properties().canonical(texts.get(i)));
        }
        input[input.length - 1] = day.orElse(now).toEpochDay() - days.mean();
        return input;
    }

    /** How far from their middle days usually are; a day at least. */
    double span() {
        return Math.max(1, days.deviation());
    }
}

package io.bellamy.recommendation;

import io.bellamy.prediction.Answer;
import io.bellamy.prediction.PossibleRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs that are worth measuring.
 *
 * @param answers what is known without them, for each machine type
 * @param level the probability of the intervals
 * @param now how wide the intervals of all candidates are, as a share of the runtime to either side, on average
 * @param ranking the run first that would narrow them most, at least one
 */
public record NextRun(List<Answer> answers, double level, double now, List<Option> ranking) {

    public NextRun {
        answers = List.copyOf(answers);
        ranking = List.copyOf(ranking);
    }

    /**
     * A run that could be measured.
     *
     * @param answer its machine type
     * @param measurement its scale-out and what it would tell of its own machine type
     * @param then how wide the intervals of all candidates are expected to be once it is known
     */
    public record Option(Answer answer, PossibleRun measurement, double then) {}

    /**
     * What each measurement would tell of one machine type.
     *
     * @param answer without any of them
     * @param measurements at least one
     */
    public record OfType(Answer answer, List<PossibleRun> measurements) {

        public OfType {
            measurements = List.copyOf(measurements);
        }

        private double now() {
            return measurements.get(0).now();
        }
    }

    /** Ranks measurements; a run tells of its own machine type only. */
    public static NextRun of(List<OfType> types, double level) {
        double candidates = types.stream()
                .mapToInt(type -> type.answer().predictions().size())
                .sum();
        double now = types.stream()
                .mapToDouble(type -> type.now() * type.answer().predictions().size() / candidates)
                .sum();
        List<Option> options = new ArrayList<>();
        for (OfType type : types) {
            double share = type.answer().predictions().size() / candidates;
            type.measurements()
                    .forEach(measurement ->
                            options.add(new Option(type.answer(), measurement, now - share * measurement.gain())));
        }
        options.sort(Comparator.comparingDouble(Option::then));
        return new NextRun(types.stream().map(OfType::answer).toList(), level, now, options);
    }
}

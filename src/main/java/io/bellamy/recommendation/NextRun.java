package io.bellamy.recommendation;

import io.bellamy.memory.MemoryLimits;
import io.bellamy.memory.MemoryRisk;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.PossibleRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    public record Option(Answer answer, PossibleRun measurement, double then) {

        /** How likely such a run is short of memory, where that is known. */
        public Optional<MemoryRisk> risk() {
            return answer.memory().flatMap(need -> need.risk(measurement.run()));
        }

        boolean fits(MemoryLimits limits) {
            return risk().map(limits::allows).orElse(true);
        }
    }

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

    /** Ranks measurements, those last whose memory will not do; a run tells of its own machine type only. */
    public static NextRun of(List<OfType> types, double level, MemoryLimits memory) {
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
        // a run that dies tells nothing of runtimes, and one that spills little of those that do not
        options.sort(
                Comparator.comparing((Option option) -> !option.fits(memory)).thenComparingDouble(Option::then));
        return new NextRun(types.stream().map(OfType::answer).toList(), level, now, options);
    }
}

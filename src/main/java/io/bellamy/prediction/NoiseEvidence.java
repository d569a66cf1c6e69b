package io.bellamy.prediction;

import io.bellamy.adaptation.RunNoiseFit;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the runs of an algorithm tell of how far runs of one configuration lie apart, on which all intervals rest. */
final class NoiseEvidence {

    private NoiseEvidence() {}

    /**
     * Why the intervals can't be relied on, if they can't.
     *
     * @param essential the names of the properties that make a context
     * @param learned whether the model has learned it from runs that have like ones beside them
     */
    static Optional<String> doubt(List<Run> runs, List<String> essential, boolean learned) {
        return lacking(runs, essential, learned)
                .map(lacking -> lacking
                        + ": the data tell too little of how far runs lie apart, and the intervals are a guess");
    }

    private static Optional<String> lacking(List<Run> runs, List<String> essential, boolean learned) {
        if (runs.size() == 1) {
            return Optional.of("only one run of the algorithm is known");
        }
        if (different(runs) == 1) {
            return Optional.of("all " + runs.size() + " runs of the algorithm took the same time");
        }
        if (learned) {
            return Optional.empty();
        }
        long telling = 0;
        boolean repeated = false;
        for (Context context : Context.of(runs, essential)) {
            Collection<List<Run>> configurations = context.runs().stream()
                    .collect(Collectors.groupingBy(Run::scaleOut))
                    .values();
            for (List<Run> configuration : configurations) {
                repeated |= configuration.size() > 1;
                telling += different(configuration) > 1 ? configuration.size() - 1 : 0;
            }
        }
        if (telling >= RunNoiseFit.ENOUGH) {
            return Optional.empty();
        }
        if (telling > 0) {
            return Optional.of("only " + telling + " of " + runs.size() + " runs "
                    + (telling == 1 ? "repeats" : "repeat") + " another one");
        }
        return Optional.of(
                repeated ? "all runs that repeat another one took the same time" : "no configuration was run twice");
    }

    private static long different(List<Run> runs) {
        return runs.stream().mapToDouble(Run::runtime).distinct().count();
    }
}

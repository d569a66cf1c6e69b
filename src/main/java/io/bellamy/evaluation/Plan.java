package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation asks.
 *
 * @param protocol how contexts are held out
 * @param seed where every random number comes from
 * @param algorithms what is asked about each algorithm, by name, in the order in which they are shown
 */
public record Plan(Protocol protocol, long seed, Map<String, Algorithm> algorithms) {

    /**
     * What is asked about an algorithm.
     *
     * @param selected how many contexts were to be held out
     * @param heldOut those about which something can be asked
     */
    public record Algorithm(int selected, List<HeldOut> heldOut) {

        public Algorithm {
            heldOut = List.copyOf(heldOut);
        }
    }

    public Plan {
        algorithms = Collections.unmodifiableMap(new LinkedHashMap<>(algorithms));
    }

    /**
     * Draws the questions.
     *
     * @param features which properties there are
     * @param runs all runs of each algorithm, by name
     */
    public static Plan of(
            Protocol protocol, Selection selection, FeaturePipeline features, Map<String, List<Run>> runs, long seed) {
        Map<String, Algorithm> algorithms = new LinkedHashMap<>();
        runs.forEach((name, own) -> {
            var wanted = selection.of(own);
            int selected = (int) Context.of(own, selection.essential()).stream()
                    .filter(wanted)
                    .count();
            algorithms.put(name, new Algorithm(selected, protocol.tasks(own, features, wanted, seed)));
        });
        return new Plan(protocol, seed, algorithms);
    }

    /** How many contexts are held out in turn. */
    public int contexts() {
        return algorithms.values().stream()
                .mapToInt(algorithm -> algorithm.heldOut().size())
                .sum();
    }
}

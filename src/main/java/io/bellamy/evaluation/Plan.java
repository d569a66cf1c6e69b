package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation asks.
 *
 * @param protocol what is held out
 * @param seed where every random number comes from
 * @param algorithms what is asked about each algorithm, by name, in the order in which they are shown
 */
public record Plan(Protocol protocol, long seed, Map<String, Algorithm> algorithms) {

    /**
     * What is asked about an algorithm.
     *
     * @param selected how many contexts, values or runs were to be asked about
     * @param heldOut those about which something can be asked
     * @param notes what can't be asked, for people
     */
    public record Algorithm(int selected, List<HeldOut> heldOut, List<String> notes) {

        public Algorithm {
            heldOut = List.copyOf(heldOut);
            notes = List.copyOf(notes);
        }
    }

    public Plan {
        algorithms = Collections.unmodifiableMap(new LinkedHashMap<>(algorithms));
    }

    /**
     * Draws the questions.
     *
     * @param features which properties there are
     * @param known what is known of each algorithm, by name
     * @throws io.bellamy.problem.InvalidInputException if the protocol can't be followed with these data
     */
    public static Plan of(
            Protocol protocol,
            ContextSelection selection,
            FeaturePipeline features,
            Map<String, KnownAlgorithm> known,
            long seed) {
        return new Plan(protocol, seed, protocol.plan(selection, features, known, seed));
    }

    /** How many tasks there are: contexts or values that are held out in turn, or blocks of runs. */
    public int tasks() {
        return algorithms.values().stream()
                .mapToInt(algorithm -> algorithm.heldOut().size())
                .sum();
    }

    /** How many predictions are asked for. */
    public int questions() {
        return algorithms.values().stream()
                .flatMap(algorithm -> algorithm.heldOut().stream())
                .mapToInt(held -> held.runtimes().size())
                .sum();
    }

    /** Is anything asked with a training point? */
    public boolean asksWithPoints() {
        return algorithms.values().stream()
                .flatMap(algorithm -> algorithm.heldOut().stream())
                .flatMap(held -> held.task().questions().stream())
                .anyMatch(question -> question.n() > 0);
    }
}

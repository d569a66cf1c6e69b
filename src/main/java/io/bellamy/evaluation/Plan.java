package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Context;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
     * @param alike the looks in which its contexts do not differ, so that FILTERED support can't go by them
     * @param selected how many contexts were to be held out
     * @param heldOut those about which something can be asked
     */
    public record Algorithm(List<Role> alike, int selected, List<HeldOut> heldOut) {

        public Algorithm {
            alike = List.copyOf(alike);
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
     * @throws InvalidInputException if the support wanted can't be told from the others
     */
    public static Plan of(
            Protocol protocol,
            ContextSelection selection,
            FeaturePipeline features,
            Map<String, List<Run>> runs,
            long seed) {
        Map<String, Algorithm> algorithms = new LinkedHashMap<>();
        runs.forEach((name, own) -> {
            var wanted = selection.of(own);
            List<Context> contexts = Context.of(own, selection.essential());
            List<Role> alike = new ArrayList<>(Support.LOOKS);
            alike.removeAll(Support.varying(contexts));
            int selected = (int) contexts.stream().filter(wanted).count();
            if (protocol.support() == Support.FILTERED && alike.size() == Support.LOOKS.size()) {
                throw new InvalidInputException(
                        name + ": filtered support goes by the properties with the roles " + words(alike)
                                + ", in none of which its contexts differ: say in the data set's description which"
                                + " properties have them (role), or choose another support");
            }
            algorithms.put(name, new Algorithm(alike, selected, protocol.tasks(own, features, wanted, seed)));
        });
        return new Plan(protocol, seed, algorithms);
    }

    static String words(List<Role> roles) {
        return roles.stream().map(Role::word).collect(Collectors.joining(", "));
    }

    /** How many contexts are held out in turn. */
    public int contexts() {
        return algorithms.values().stream()
                .mapToInt(algorithm -> algorithm.heldOut().size())
                .sum();
    }
}

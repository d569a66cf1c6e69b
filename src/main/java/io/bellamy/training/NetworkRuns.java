package io.bellamy.training;

import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.numerics.Evenly;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What networks learn from where there is more than tells them anything new: evenly spread, so that time does not grow with it. */
final class NetworkRuns {

    /** So many combinations of context and scale-out are enough. */
    private static final int MOST_CONFIGURATIONS = 300;

    /** Rather fewer scale-outs of each than fewer contexts. */
    private static final int FEWEST_CONTEXTS = 50;

    /** So many runs of each, where these are too many. */
    private static final int MOST_REPETITIONS = 8;

    private NetworkRuns() {}

    /**
     * Some of the runs of an algorithm; all where they are few.
     *
     * @param essential the names of the properties that make a context
     */
    static List<Run> some(List<Run> runs, List<String> essential) {
        if (runs.size() <= MOST_CONFIGURATIONS) {
            return runs;
        }
        List<List<List<Run>>> contexts = new ArrayList<>();
        int configurations = 0;
        int crowded = 0;
        for (Context context : Context.of(runs, essential)) {
            Map<Integer, List<Run>> byScaleOut = new TreeMap<>();
            context.runs().forEach(run -> byScaleOut
                    .computeIfAbsent(run.scaleOut(), x -> new ArrayList<>())
                    .add(run));
            contexts.add(List.copyOf(byScaleOut.values()));
            configurations += byScaleOut.size();
            crowded += (int) byScaleOut.values().stream()
                    .filter(own -> own.size() > MOST_REPETITIONS)
                    .count();
        }
        if (configurations <= MOST_CONFIGURATIONS && crowded == 0) {
            return runs;
        }
        int wanted = Math.max(Math.min(FEWEST_CONTEXTS, contexts.size()), (int)
                ((long) MOST_CONFIGURATIONS * contexts.size() / configurations));
        List<List<List<Run>>> kept = Evenly.some(contexts, wanted);
        List<Run> some = new ArrayList<>();
        for (List<List<Run>> context : kept) {
            for (List<Run> repetitions : Evenly.some(context, MOST_CONFIGURATIONS / kept.size())) {
                some.addAll(Evenly.some(repetitions, MOST_REPETITIONS));
            }
        }
        return some;
    }
}

package io.bellamy.update;

import io.bellamy.store.Comparison;
import io.bellamy.training.HeldOutContext;
import io.bellamy.training.HeldOutRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Compares two models on the same runs: those that were held out of both. A run is the same if context, scale-out and
 * measured runtime are. What was added to the data, removed or corrected since, or learned from by one of the two, does not
 * count.
 */
final class HeldOutComparison {

    private final String current;
    private final List<HeldOutContext> heldOut;
    private final double margin;
    private final boolean force;

    private record Key(SortedMap<String, String> context, int scaleOut, double runtime) {}

    /**
     * Takes the model to compare with.
     *
     * @param current its version
     * @param heldOut what it says of runs that it did not learn from
     * @param margin by which share of its error another may be worse
     * @param force whether another is to be published in any case
     */
    HeldOutComparison(String current, List<HeldOutContext> heldOut, double margin, boolean force) {
        this.current = current;
        this.heldOut = List.copyOf(heldOut);
        this.margin = margin;
        this.force = force;
    }

    /** Nothing where no run was held out of both. */
    Optional<Comparison> with(List<HeldOutContext> candidate) {
        Map<Key, Double> known = new HashMap<>();
        heldOut.forEach(context -> context.runs().forEach(run -> known.put(key(context, run), run.predicted())));
        double error = 0;
        double currentError = 0;
        int runs = 0;
        for (HeldOutContext context : candidate) {
            for (HeldOutRun run : context.runs()) {
                Double predicted = known.get(key(context, run));
                if (predicted != null) {
                    error += Math.abs(run.predicted() - run.runtime()) / run.runtime();
                    currentError += Math.abs(predicted - run.runtime()) / run.runtime();
                    runs++;
                }
            }
        }
        return runs == 0
                ? Optional.empty()
                : Optional.of(new Comparison(current, runs, error / runs, currentError / runs, margin, force));
    }

    private static Key key(HeldOutContext context, HeldOutRun run) {
        return new Key(context.properties(), run.scaleOut(), run.runtime());
    }
}

package io.bellamy.histories;

import java.util.Locale;
import java.util.Map;

/**
 * What answers about a group of a history are to reach.
 *
 * @param error the greatest log error
 * @param least the least share of runs inside 90 % intervals
 * @param most the greatest
 */
record Aim(double error, double least, double most) {

    private static final Aim NONE = new Aim(Double.POSITIVE_INFINITY, 0, 1);

    /** Nobody can know which it is. */
    private static final Aim EITHER = new Aim(Double.POSITIVE_INFINITY, 0.82, 1);

    private static final Map<String, Aim> BY_GROUP = Map.ofEntries(
            Map.entry("daily size x 1.0", new Aim(0.010, 0.85, 0.95)),
            Map.entry("daily size x 1.5", new Aim(0.030, 0.83, 0.97)),
            Map.entry("daily size x 2.5", new Aim(0.095, 0.80, 0.98)),
            Map.entry("daily new job 5 runs", new Aim(0.025, 0.84, 0.96)),
            Map.entry("daily new job 1 run", new Aim(0.075, 0.82, 0.97)),
            Map.entry("daily new job 0 runs", new Aim(Double.POSITIVE_INFINITY, 0.80, 0.98)),
            Map.entry("drift 1 % a day", new Aim(0.020, 0.85, 0.99)),
            Map.entry("drift release", new Aim(0.022, 0.85, 0.99)),
            Map.entry("drift steady", new Aim(0.015, 0.85, 0.99)),
            Map.entry("executors whole machines", new Aim(0.010, 0.85, 0.95)),
            Map.entry("executors half machines", new Aim(0.010, 0.85, 0.95)),
            Map.entry("few within", new Aim(0.020, 0.84, 0.97)),
            Map.entry("few beyond", new Aim(0.100, 0.78, 0.98)),
            Map.entry("machines known types", new Aim(0.035, 0.85, 0.96)),
            Map.entry("machines unseen type 0 runs", new Aim(0.050, 0.82, 0.97)),
            Map.entry("machines unseen type 1 run", new Aim(0.050, 0.82, 0.97)),
            Map.entry("hung before", new Aim(0.020, 0.85, 0.97)),
            Map.entry("hung since", new Aim(0.020, 0.85, 0.97)),
            Map.entry("released 3 nights since", new Aim(0.030, 0.82, 0.98)),
            Map.entry("released 8 nights since", new Aim(0.022, 0.85, 0.99)),
            Map.entry("released steady", new Aim(0.015, 0.85, 0.99)),
            Map.entry("paused 1 usual night", new Aim(0.020, 0.85, 0.99)),
            Map.entry("paused 1 slow night by chance", EITHER),
            Map.entry("paused 1 slow night of many", EITHER),
            Map.entry("paused 2 slow nights by chance", EITHER),
            Map.entry("paused 2 slow nights of many", EITHER),
            Map.entry("unlike steady", new Aim(0.015, 0.85, 0.97)),
            Map.entry("unlike usual", new Aim(0.020, 0.85, 0.97)),
            Map.entry("unlike unsteady", new Aim(0.060, 0.85, 0.97)),
            Map.entry("unlike new job 5 runs", new Aim(0.060, 0.82, 0.98)),
            Map.entry("stragglers known", new Aim(0.015, 0.84, 0.96)),
            Map.entry("stragglers new job 4 runs", new Aim(0.025, 0.82, 0.97)));

    static Aim of(String history, String group) {
        return BY_GROUP.getOrDefault(history + " " + group, NONE);
    }

    boolean isNearEnough(double logError) {
        return logError <= error;
    }

    boolean isSureEnough(double held) {
        return held >= least && held <= most;
    }

    @Override
    public String toString() {
        return equals(NONE)
                ? ""
                : (error < 1 ? String.format(Locale.ROOT, "%.3f", error) : "-")
                        + String.format(Locale.ROOT, ", %.2f to %.2f", least, most);
    }
}

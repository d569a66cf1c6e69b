package io.bellamy.job;

import java.util.List;

/** Runs as they tell their days. */
public final class DatedRuns {

    /** Where more are without one, those that tell it are not those that happened. */
    private static final double ENOUGH = 0.9;

    private DatedRuns() {}

    /** Do enough of them tell it for time to be learned from them? */
    public static boolean areEnough(List<Run> runs) {
        return runs.stream().filter(run -> run.measured().isPresent()).count() >= ENOUGH * runs.size();
    }
}

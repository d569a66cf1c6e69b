package io.bellamy.prediction;

import io.bellamy.job.PlannedRun;

/**
 * A run that could be measured, and what it would tell.
 *
 * @param run the scale-out with all properties that are known of it
 * @param runtime that is expected, seconds
 * @param known how many runs of the context there are at this scale-out
 * @param now how wide the intervals of the answer are, as a share of the runtime to either side, the mean over all scale-outs
 *     asked about
 * @param then how wide they are expected to be once the run is known
 */
public record PossibleRun(PlannedRun run, double runtime, int known, double now, double then) {

    /** By how much the intervals become narrower. */
    public double gain() {
        return now - then;
    }
}

package io.bellamy.baseline;

import io.bellamy.job.Run;
import java.util.List;

/**
 * A known runtime at a scale-out, all that the methods know that look at one context only.
 *
 * @param scaleOut number of machines
 * @param runtime seconds
 */
record ScaleOutPoint(double scaleOut, double runtime) {

    static List<ScaleOutPoint> of(List<Run> runs) {
        return runs.stream()
                .map(run -> new ScaleOutPoint(run.scaleOut(), run.runtime()))
                .toList();
    }
}

package io.bellamy.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Days from which on jobs take another time than before, all else the same, as after a release. Never changed.
 *
 * @param all those known, in any order
 */
record LevelSteps(List<JobStep> all) {

    static final LevelSteps NONE = new LevelSteps(List.of());

    /** Of ln of the factor. */
    static final double VARIANCE = 1;

    /**
     * One of them.
     *
     * @param job its texts
     * @param day the first of the new level
     */
    record JobStep(List<String> job, double day) {}

    LevelSteps {
        all = List.copyOf(all);
    }

    LevelSteps and(List<JobStep> more) {
        List<JobStep> both = new ArrayList<>(all);
        both.addAll(more);
        return new LevelSteps(both);
    }

    /** What two places have in common because of them. */
    double covariance(RunPlace one, RunPlace other) {
        if (all.isEmpty() || !one.texts().equals(other.texts())) {
            return 0;
        }
        int since = since(one);
        return since > 0 && since == since(other) ? VARIANCE : 0;
    }

    /** How many there were. A loop, since it is asked of each two of many places. */
    int since(RunPlace place) {
        int count = 0;
        for (JobStep step : all) {
            if (step.day() <= place.day() && step.job().equals(place.texts())) {
                count++;
            }
        }
        return count;
    }
}

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
    static final double VARIANCE = 0.25;

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
        return !all.isEmpty() && one.texts().equals(other.texts()) && since(one) > 0 && since(one) == since(other)
                ? VARIANCE
                : 0;
    }

    /** How many there were. */
    private long since(RunPlace place) {
        return all.stream()
                .filter(step -> step.day() <= place.day() && step.job().equals(place.texts()))
                .count();
    }
}

package io.bellamy.process;

import io.bellamy.model.PossibleChange;
import io.bellamy.process.LevelSteps.JobStep;
import java.time.LocalDate;

/**
 * A day from which on a job may take another time, told by fewer runs than make that certain: these may as well have been slow, or quick,
 * for a reason of their own.
 *
 * @param step where it would be
 * @param runs how many tell of it
 * @param move by which the middle one took longer than all before them tell, ln seconds
 * @param stopped whether some were, so that it may be more
 * @param probability that the next one is as they are
 */
record PossibleStep(JobStep step, int runs, double move, boolean stopped, double probability) {

    PossibleChange change() {
        LocalDate since = LocalDate.ofEpochDay(Math.round(step.day()));
        return new PossibleChange(since, runs, Math.exp(move), stopped, probability);
    }

    /** Is it one of the runs that tell of it? */
    boolean isSince(RunPlace place) {
        return place.day() >= step.day() && place.texts().equals(step.job());
    }
}

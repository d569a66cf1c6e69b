package io.bellamy.model;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import java.util.List;

/** What a {@link Trainer} has learned of an algorithm. Never changed, so safe for several threads. */
@FunctionalInterface
public interface TrainedModel {

    /** Has learned nothing, and forecasts nothing. */
    TrainedModel NOTHING = history -> (matching, more, seed) -> AdaptedModel.NOTHING;

    /**
     * Takes in all runs that are known. What can be computed of them once, is.
     *
     * @param history runs of whatever contexts, possibly none; among them may be such as were stopped
     */
    InformedModel informed(List<Run> history);

    /** Has it learned how far runs lie apart though few or none repeat another one, from runs that have like ones beside them? */
    default boolean knowsNoise() {
        return false;
    }

    /** Does it matter on which day a job runs? */
    default boolean knowsDays() {
        return false;
    }

    /**
     * What it makes of a property of a run, for people.
     *
     * @return nothing where the property was the same in all runs, or the model does not tell
     */
    default List<String> views(String property, PlannedRun run) {
        return List.of();
    }
}

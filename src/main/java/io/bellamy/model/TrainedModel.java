package io.bellamy.model;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.List;

/** What a {@link Trainer} has learned of an algorithm. Never changed, so safe for several threads. */
@FunctionalInterface
public interface TrainedModel {

    /** Has learned nothing, and forecasts nothing. */
    TrainedModel NOTHING = (runs, seed) -> AdaptedModel.NOTHING;

    /**
     * Adapts it to a context.
     *
     * @param runs known of the context, possibly none
     * @param seed where every random number comes from
     */
    AdaptedModel adapt(List<Run> runs, Seed seed);

    /**
     * What it makes of a property of a run, for people.
     *
     * @return nothing where the property was the same in all runs, or the model does not tell
     */
    default List<String> views(String property, PlannedRun run) {
        return List.of();
    }
}

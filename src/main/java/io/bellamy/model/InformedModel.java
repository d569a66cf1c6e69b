package io.bellamy.model;

import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A trained model that knows a history. Never changed, so safe for several threads. */
@FunctionalInterface
public interface InformedModel {

    /**
     * Adapts it to a context.
     *
     * @param matching the runs of the history that are of the context in question, possibly none
     * @param more further runs of it, which are not in the history, possibly none
     * @param seed where every random number comes from
     */
    AdaptedModel adapt(List<Run> matching, List<Run> more, Seed seed);

    /** One that looks at nothing but the runs of the context, and to which it is all the same where they are from. */
    static InformedModel ofContext(BiFunction<List<Run>, Seed, AdaptedModel> adapt) {
        return (matching, more, seed) -> {
            List<Run> runs = new ArrayList<>(matching);
            runs.addAll(more);
            return adapt.apply(List.copyOf(runs), seed);
        };
    }
}

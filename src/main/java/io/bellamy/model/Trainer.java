package io.bellamy.model;

import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.List;
import java.util.function.DoubleConsumer;

/** A way to learn from the runs of an algorithm, in whatever contexts. Safe for several threads. */
@FunctionalInterface
public interface Trainer {

    /**
     * Learns.
     *
     * @param runs of one algorithm; without any the model knows nothing but what it will be adapted to
     * @param seed where every random number comes from
     * @param progress is told now and then which share is done, from 0 to 1
     * @return {@link TrainedModel#NOTHING} where nothing could be learned
     */
    TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress);
}

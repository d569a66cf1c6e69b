package io.bellamy.evaluation;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.List;
import java.util.function.DoubleConsumer;

/** A kind of model that first learns from other contexts and then adapts to the points of one. Safe for several threads. */
public interface TwoStepModel {

    /**
     * The first step.
     *
     * @param support runs of other contexts, possibly none
     * @param progress is told now and then which share is done, from 0 to 1
     */
    Pretrained pretrain(List<Run> support, Seed seed, DoubleConsumer progress);

    /** What came of the first step. Used by one thread at a time. */
    interface Pretrained {

        /**
         * The second step.
         *
         * @param points runs of the context to adapt to, possibly none
         * @param planned what is asked, at least one; a forecast must not depend on the others
         * @return a forecast for each, in order
         */
        List<Forecast> forecast(List<Run> points, List<PlannedRun> planned, Seed seed);
    }
}

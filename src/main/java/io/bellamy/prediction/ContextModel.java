package io.bellamy.prediction;

import io.bellamy.job.PlannedRun;
import io.bellamy.prediction.Answer.FineTuned;
import io.bellamy.prediction.Answer.Prediction;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A model that has been adapted to the context of a request. */
interface ContextModel {

    /** What it was adapted to. */
    FineTuned basis();

    /**
     * How long a run takes at every scale-out, in order.
     *
     * @param planned the run at a scale-out; where the value of a property at a scale-out is not known to a model, that of
     *     others may stand in
     * @param standIns the scale-outs whose values may stand in, with their weights
     * @param level the probability of the intervals, where the model knows how sure it is
     */
    List<Prediction> curve(
            List<Integer> scaleOuts,
            IntFunction<PlannedRun> planned,
            IntFunction<Map<Integer, Double>> standIns,
            double level);
}

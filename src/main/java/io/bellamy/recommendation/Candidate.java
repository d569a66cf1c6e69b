package io.bellamy.recommendation;

import io.bellamy.job.Rate;
import io.bellamy.memory.MemoryLimits;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Answer.Prediction;
import java.util.Optional;

/**
 * A cluster that a job could run on.
 *
 * @param answer what it is a part of: the machine type and all that the prediction rests on
 * @param prediction the scale-out and how long a run takes
 * @param rate what the cluster costs, where that is known
 */
public record Candidate(Answer answer, Prediction prediction, Optional<Rate> rate) {

    public String machineType() {
        return answer.machineType();
    }

    /** Number of machines. */
    public int scaleOut() {
        return prediction.scaleOut();
    }

    /** Predicted, seconds. */
    public double runtime() {
        return prediction.runtime();
    }

    /** Does its memory do, as far as runs tell? */
    public boolean fits(MemoryLimits limits) {
        return prediction.memory().map(limits::allows).orElse(true);
    }

    /** What the predicted run costs, in the currency of the prices. */
    public Optional<Double> cost() {
        return rate.map(known -> known.cost(runtime()));
    }
}

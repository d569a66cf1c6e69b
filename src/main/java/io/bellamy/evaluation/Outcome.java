package io.bellamy.evaluation;

import java.util.List;

/**
 * One prediction beside the truth.
 *
 * @param algorithm the algorithm
 * @param context the held-out context
 * @param split which random split
 * @param kind where the tested scale-out lies
 * @param trainingScaleOuts the scale-outs of the training points, in order
 * @param scaleOut the tested scale-out
 * @param actual the measured runtime, seconds
 * @param method the name of the method
 * @param forecast what it said
 */
public record Outcome(
        String algorithm,
        String context,
        int split,
        QuestionKind kind,
        List<Integer> trainingScaleOuts,
        int scaleOut,
        double actual,
        String method,
        Estimate forecast) {

    public Outcome {
        trainingScaleOuts = List.copyOf(trainingScaleOuts);
    }

    /** How many training points there were. */
    public int n() {
        return trainingScaleOuts.size();
    }

    /** |predicted - actual|, seconds. */
    public double absoluteError() {
        return Math.abs(forecast.runtime() - actual);
    }

    /** |predicted - actual| / actual. */
    public double relativeError() {
        return absoluteError() / actual;
    }
}

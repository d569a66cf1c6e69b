package io.bellamy.tuning;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A distribution fitted to the values that one parameter had: an index for choices, a place on the axis for numbers. */
sealed interface Estimator permits CategoricalEstimator, ParzenEstimator {

    /** How many of the latest observations have full weight. */
    int FULL_WEIGHTS = 25;

    double sample(RandomGenerator random);

    double logDensity(double point);

    /**
     * The weights of n observations, oldest first: 1 for the latest 25, before them a line from 1/n up to 1, or 1 for
     * all of fewer than 25 (the default of Hyperopt and Optuna).
     */
    static double[] observationWeights(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        int ramp = Math.max(0, n - FULL_WEIGHTS);
        for (int i = 0; i < ramp; i++) {
            double share = ramp == 1 ? 0 : (double) i / (ramp - 1);
            weights[i] = 1.0 / n + share * (1 - 1.0 / n);
        }
        return weights;
    }
}

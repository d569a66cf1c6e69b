package io.bellamy.training;

/**
 * A run that a model did not learn from, with what it says of it.
 *
 * @param scaleOut number of machines
 * @param runtime measured, seconds
 * @param predicted seconds
 */
public record HeldOutRun(int scaleOut, double runtime, double predicted) {

    public HeldOutRun {
        if (scaleOut < 1 || !(runtime > 0)) {
            throw new IllegalArgumentException(
                    "a run of " + runtime + " s on " + scaleOut + " machines must have positive numbers");
        }
    }
}

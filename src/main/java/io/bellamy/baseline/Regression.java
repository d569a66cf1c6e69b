package io.bellamy.baseline;

/** What was learned of a number from features. */
@FunctionalInterface
interface Regression {

    /**
     * The number expected.
     *
     * @param input the features, [columns]
     */
    double of(double[] input);
}

package io.bellamy.baseline;

/**
 * How runs go together in a Gaussian process. Its parameters are logarithms, so that every number is allowed; the first is
 * that of the noise's variance.
 */
interface Covariance {

    /** The place of the noise among the parameters. */
    int NOISE = 0;

    /** The variance of a run around the mean of all runs like it. */
    double noise();

    /** The covariance of two runs' means. */
    double of(double[] one, double[] other);

    /**
     * Adds to a gradient what the covariance of two runs' means has to do with each parameter.
     *
     * @param factor the derivative by the covariance
     * @param gradient the derivative by each parameter, [parameters]
     */
    void addSlope(double factor, double[] one, double[] other, double[] gradient);
}

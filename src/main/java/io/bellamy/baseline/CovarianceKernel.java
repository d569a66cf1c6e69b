package io.bellamy.baseline;

/**
 * A constant, a linear and a squared-exponential kernel with a length for every column, and noise (Rasmussen and Williams:
 * Gaussian Processes for Machine Learning, 2006, chapters 4 and 5). Its parameters are logarithms, so that every number
 * is allowed: [noise, linear, squared-exponential, lengths...], the first three of variances.
 */
final class CovarianceKernel {

    static final int NOISE = 0;
    static final int LINEAR = 1;
    static final int SQUARED = 2;
    static final int LENGTHS = 3;

    /** The variance of the constant: a factor e either way, on top of the mean. */
    private static final double CONSTANT = 1;

    private final double[] parameters;
    private final double[] inverseSquares;
    private final double linear;
    private final double squared;

    /**
     * A kernel.
     *
     * @param parameters logarithms as above, [3 + columns]
     */
    CovarianceKernel(double[] parameters) {
        this.parameters = parameters.clone();
        this.linear = Math.exp(parameters[LINEAR]);
        this.squared = Math.exp(parameters[SQUARED]);
        this.inverseSquares = new double[parameters.length - LENGTHS];
        for (int d = 0; d < inverseSquares.length; d++) {
            inverseSquares[d] = Math.exp(-2 * parameters[LENGTHS + d]);
        }
    }

    /** The variance of a run around the mean of all runs like it. */
    double noise() {
        return Math.exp(parameters[NOISE]);
    }

    /** The covariance of two runs' means. */
    double of(double[] one, double[] other) {
        double distance = 0;
        for (int d = 0; d < one.length; d++) {
            distance += scaledSquare(d, one, other);
        }
        return CONSTANT + linear(one, other) + squared(distance);
    }

    /** The linear part. */
    double linear(double[] one, double[] other) {
        double product = 0;
        for (int d = 0; d < one.length; d++) {
            product += one[d] * other[d];
        }
        return linear * product;
    }

    /**
     * The squared-exponential part.
     *
     * @param distance the squared differences in all columns, in lengths, summed
     */
    double squared(double distance) {
        return squared * Math.exp(-distance / 2);
    }

    /** The squared difference in a column, in lengths. */
    double scaledSquare(int column, double[] one, double[] other) {
        double difference = one[column] - other[column];
        return difference * difference * inverseSquares[column];
    }
}

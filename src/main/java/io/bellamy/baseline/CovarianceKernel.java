package io.bellamy.baseline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A constant, a linear and a squared-exponential kernel with a length for every column, and noise (Rasmussen and Williams:
 * Gaussian Processes for Machine Learning, 2006, chapters 4 and 5). Its parameters are logarithms, so that every number
 * is allowed: [noise, linear, squared-exponential, lengths...], the first three of variances.
 */
final class CovarianceKernel implements Covariance {

    private static final int LINEAR = 1;
    private static final int SQUARED = 2;
    private static final int LENGTHS = 3;

    private static final Belief NOISE_VARIANCE = new Belief(Math.log(0.03 * 0.03), 1.5);
    private static final Belief VARIANCE = new Belief(Math.log(0.1), 1.5);
    private static final Belief LENGTH = new Belief(Math.log(2), 1);

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

    /** What is believed of the parameters where there are so many columns: weakly, so that it decides where runs are few. */
    static List<Belief> beliefs(int columns) {
        List<Belief> beliefs = new ArrayList<>(List.of(NOISE_VARIANCE, VARIANCE, VARIANCE));
        beliefs.addAll(Collections.nCopies(columns, LENGTH));
        return beliefs;
    }

    @Override
    public double noise() {
        return Math.exp(parameters[NOISE]);
    }

    @Override
    public double of(double[] one, double[] other) {
        double distance = 0;
        for (int d = 0; d < one.length; d++) {
            distance += scaledSquare(d, one, other);
        }
        return CONSTANT + linear(one, other) + squared(distance);
    }

    @Override
    public void addSlope(double factor, double[] one, double[] other, double[] gradient) {
        gradient[LINEAR] += factor * linear(one, other);
        double distance = 0;
        for (int d = 0; d < one.length; d++) {
            distance += scaledSquare(d, one, other);
        }
        double squared = factor * squared(distance);
        gradient[SQUARED] += squared;
        for (int d = 0; d < one.length; d++) {
            gradient[LENGTHS + d] += squared * scaledSquare(d, one, other);
        }
    }

    /** The linear part. */
    private double linear(double[] one, double[] other) {
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
    private double squared(double distance) {
        return squared * Math.exp(-distance / 2);
    }

    /** The squared difference in a column, in lengths. */
    private double scaledSquare(int column, double[] one, double[] other) {
        double difference = one[column] - other[column];
        return difference * difference * inverseSquares[column];
    }
}

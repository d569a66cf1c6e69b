package io.bellamy.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * The covariance of runs of a history. What all share: a constant, a linear and a squared-exponential part over the numbers,
 * a trend over the days, and a level that changes with time and is forgotten as e^(-days / scale). What only those share
 * that have a text in common: an offset and a squared-exponential part of its own. What only those share that have all texts
 * in common: slopes over the numbers, a trend, and a changing level of their own.
 *
 * <p>Parameters are logarithms: [noise, linear, squared, trend, changes, scale, own slopes, own trend, own changes, (offset,
 * curve) of each text, lengths...].
 */
final class HistoryKernel implements Covariance {

    private static final int LINEAR = 1;
    private static final int SQUARED = 2;
    private static final int TREND = 3;
    private static final int CHANGES = 4;
    private static final int SCALE = 5;
    private static final int OWN_SLOPES = 6;
    private static final int OWN_TREND = 7;
    private static final int OWN_CHANGES = 8;
    private static final int TEXTS = 9;

    /** The variance of the constant: a factor e either way, on top of the mean. */
    private static final double CONSTANT = 1;

    private static final Belief NOISE_VARIANCE = new Belief(Math.log(0.03 * 0.03), 1.5);
    private static final Belief SHARED = new Belief(Math.log(0.1), 1.5);
    private static final Belief OWN = new Belief(Math.log(0.02), 1.5);
    private static final Belief TIME = new Belief(Math.log(0.01), 1.5);
    private static final Belief DAYS = new Belief(Math.log(30), 1);
    private static final Belief LENGTH = new Belief(Math.log(2), 1);

    private final double[] values;
    private final double[] inverseSquares;
    private final int numbers;
    private final int texts;
    private final double span;

    /** A kernel with these parameters. */
    HistoryKernel(HistoryInputs inputs, double[] parameters) {
        this.numbers = inputs.numbers().size();
        this.texts = inputs.texts().size();
        this.span = inputs.span();
        this.values = new double[parameters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(parameters[i]);
        }
        this.inverseSquares = new double[numbers];
        for (int d = 0; d < numbers; d++) {
            inverseSquares[d] = Math.exp(-2 * parameters[TEXTS + 2 * texts + d]);
        }
    }

    /** What is believed of the parameters. */
    static List<Belief> beliefs(HistoryInputs inputs) {
        List<Belief> beliefs =
                new ArrayList<>(List.of(NOISE_VARIANCE, SHARED, SHARED, TIME, TIME, DAYS, OWN, TIME, OWN));
        inputs.texts().forEach(text -> beliefs.addAll(List.of(SHARED, OWN)));
        for (int d = 0; d < inputs.numbers().size(); d++) {
            beliefs.add(LENGTH);
        }
        return beliefs;
    }

    @Override
    public double noise() {
        return values[NOISE];
    }

    @Override
    public double of(double[] one, double[] other) {
        double product = 0;
        double distance = 0;
        for (int d = 0; d < numbers; d++) {
            product += one[d] * other[d];
            distance += scaledSquare(d, one, other);
        }
        double curves = values[SQUARED];
        double covariance = CONSTANT + values[LINEAR] * product;
        boolean alike = true;
        for (int t = 0; t < texts; t++) {
            if (one[numbers + t] == other[numbers + t]) {
                covariance += values[TEXTS + 2 * t];
                curves += values[TEXTS + 2 * t + 1];
            } else {
                alike = false;
            }
        }
        double trend = trend(one, other);
        double level = Math.exp(-days(one, other) / values[SCALE]);
        covariance += curves * Math.exp(-distance / 2) + values[TREND] * trend + values[CHANGES] * level;
        return alike
                ? covariance + values[OWN_SLOPES] * product + values[OWN_TREND] * trend + values[OWN_CHANGES] * level
                : covariance;
    }

    @Override
    public void addSlope(double factor, double[] one, double[] other, double[] gradient) {
        double product = 0;
        double distance = 0;
        for (int d = 0; d < numbers; d++) {
            product += one[d] * other[d];
            distance += scaledSquare(d, one, other);
        }
        double near = factor * Math.exp(-distance / 2);
        double curves = values[SQUARED];
        boolean alike = true;
        gradient[LINEAR] += factor * values[LINEAR] * product;
        gradient[SQUARED] += near * values[SQUARED];
        for (int t = 0; t < texts; t++) {
            if (one[numbers + t] == other[numbers + t]) {
                gradient[TEXTS + 2 * t] += factor * values[TEXTS + 2 * t];
                gradient[TEXTS + 2 * t + 1] += near * values[TEXTS + 2 * t + 1];
                curves += values[TEXTS + 2 * t + 1];
            } else {
                alike = false;
            }
        }
        for (int d = 0; d < numbers; d++) {
            gradient[TEXTS + 2 * texts + d] += near * curves * scaledSquare(d, one, other);
        }
        double trend = factor * trend(one, other);
        double scaled = days(one, other) / values[SCALE];
        double level = factor * Math.exp(-scaled);
        gradient[TREND] += values[TREND] * trend;
        gradient[CHANGES] += values[CHANGES] * level;
        gradient[SCALE] += values[CHANGES] * level * scaled;
        if (alike) {
            gradient[OWN_SLOPES] += factor * values[OWN_SLOPES] * product;
            gradient[OWN_TREND] += values[OWN_TREND] * trend;
            gradient[OWN_CHANGES] += values[OWN_CHANGES] * level;
            gradient[SCALE] += values[OWN_CHANGES] * level * scaled;
        }
    }

    private double scaledSquare(int column, double[] one, double[] other) {
        double difference = one[column] - other[column];
        return difference * difference * inverseSquares[column];
    }

    /** The product of the days, as distances from the middle in usual ones. */
    private double trend(double[] one, double[] other) {
        return one[numbers + texts] * other[numbers + texts] / (span * span);
    }

    private double days(double[] one, double[] other) {
        return Math.abs(one[numbers + texts] - other[numbers + texts]);
    }
}

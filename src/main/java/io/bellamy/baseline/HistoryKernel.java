package io.bellamy.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * The covariance of runs of a history. What all share: a constant, a linear and a squared-exponential part over the numbers.
 * What only those share that have a text in common: an offset and a squared-exponential part of its own. What only those
 * share that have all texts in common: slopes, and a level that changes with time and is forgotten as e^(-days / scale).
 *
 * <p>Parameters are logarithms: [noise, linear, squared, slopes, changes, scale, (offset, curve) of each text, lengths...].
 */
final class HistoryKernel implements Covariance {

    private static final int LINEAR = 1;
    private static final int SQUARED = 2;
    private static final int SLOPES = 3;
    private static final int CHANGES = 4;
    private static final int SCALE = 5;
    private static final int TEXTS = 6;

    /** The variance of the constant: a factor e either way, on top of the mean. */
    private static final double CONSTANT = 1;

    private static final Belief NOISE_VARIANCE = new Belief(Math.log(0.03 * 0.03), 1.5);
    private static final Belief SHARED = new Belief(Math.log(0.1), 1.5);
    private static final Belief OWN = new Belief(Math.log(0.02), 1.5);
    private static final Belief DAYS = new Belief(Math.log(30), 1);
    private static final Belief LENGTH = new Belief(Math.log(2), 1);

    private final double[] values;
    private final double[] inverseSquares;
    private final int numbers;
    private final int texts;

    /** A kernel with these parameters. */
    HistoryKernel(HistoryInputs inputs, double[] parameters) {
        this.numbers = inputs.numbers().size();
        this.texts = inputs.texts().size();
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
        List<Belief> beliefs = new ArrayList<>(List.of(NOISE_VARIANCE, SHARED, SHARED, OWN, OWN, DAYS));
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
        covariance += curves * Math.exp(-distance / 2);
        return alike
                ? covariance + values[SLOPES] * product + values[CHANGES] * Math.exp(-days(one, other) / values[SCALE])
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
        if (alike) {
            double scaled = days(one, other) / values[SCALE];
            double change = factor * values[CHANGES] * Math.exp(-scaled);
            gradient[SLOPES] += factor * values[SLOPES] * product;
            gradient[CHANGES] += change;
            gradient[SCALE] += change * scaled;
        }
    }

    private double scaledSquare(int column, double[] one, double[] other) {
        double difference = one[column] - other[column];
        return difference * difference * inverseSquares[column];
    }

    private double days(double[] one, double[] other) {
        return Math.abs(one[numbers + texts] - other[numbers + texts]);
    }
}

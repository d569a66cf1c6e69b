package io.bellamy.adaptation;

import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * How long a run takes, as a mixture of normal distributions of the logarithm of its seconds.
 *
 * @param parts of the mixture; their weights add up to 1
 * @param calibration what its probabilities are worth
 */
public record RuntimeDistribution(List<Component> parts, Calibration calibration) {

    /** Of ln seconds. */
    private static final double ACCURACY = 1e-9;

    private static final int MOST_EVALUATIONS = 1000;
    private static final double FAR = 8;

    /**
     * A normal distribution of the logarithm.
     *
     * @param weight its share, in [0, 1]
     * @param mean of ln seconds
     * @param variance of ln seconds, positive
     */
    public record Component(double weight, double mean, double variance) {

        /** The same with its weight times a share. */
        public Component times(double share) {
            return new Component(weight * share, mean, variance);
        }
    }

    public RuntimeDistribution {
        parts = List.copyOf(parts);
    }

    /** A mixture whose probabilities are taken for what they are. */
    public static RuntimeDistribution mixture(List<Component> parts) {
        return new RuntimeDistribution(parts);
    }

    RuntimeDistribution(List<Component> parts) {
        this(parts, Calibration.NONE);
    }

    /** A normal distribution of the logarithm of seconds. */
    public static RuntimeDistribution logNormal(double mean, double variance) {
        return new RuntimeDistribution(List.of(new Component(1, mean, variance)));
    }

    /** The runtime that is not exceeded with this probability, in (0, 1), seconds. */
    public double quantile(double probability) {
        return predictedQuantile(calibration.predicted(probability));
    }

    /** The runtime that a run exceeds as often as not, seconds: what is reported, since it lies in every interval. */
    public double median() {
        return quantile(0.5);
    }

    /** Where a run lies with this probability, in (0, 1); the median lies inside. */
    public Interval interval(double level) {
        return interval(level, median());
    }

    /**
     * The same.
     *
     * @param median where that is known
     */
    public Interval interval(double level, double median) {
        // far below the accuracy of a quantile, they can change places
        return new Interval(
                level, Math.min(median, quantile((1 - level) / 2)), Math.max(median, quantile((1 + level) / 2)));
    }

    private double predictedQuantile(double probability) {
        double[] scales = scales();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Component part : parts) {
            double half = FAR * Math.sqrt(part.variance());
            low = Math.min(low, part.mean() - half);
            high = Math.max(high, part.mean() + half);
        }
        if (!(low < high)) {
            // no number, or too large for its deviation to be seen
            return Math.exp((low + high) / 2);
        }
        return Math.exp(new BrentSolver(ACCURACY)
                .solve(MOST_EVALUATIONS, log -> logCumulative(log, scales) - probability, low, high));
    }

    /** The probability that a run takes at most this time, in seconds. */
    public double cumulative(double seconds) {
        return calibration.actual(logCumulative(Math.log(seconds), scales()));
    }

    private double[] scales() {
        return parts.stream()
                .mapToDouble(part -> Math.sqrt(2 * part.variance()))
                .toArray();
    }

    private double logCumulative(double logSeconds, double[] scales) {
        double sum = 0;
        for (int i = 0; i < scales.length; i++) {
            Component part = parts.get(i);
            sum += part.weight() * Erfc.value((part.mean() - logSeconds) / scales[i]) / 2;
        }
        // weights add up to 1 but for the last digit
        return Math.min(1, sum);
    }
}

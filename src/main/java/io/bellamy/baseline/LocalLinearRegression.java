package io.bellamy.baseline;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Local linear regression with a Gaussian kernel: at every scale-out a straight line through all points, near ones
 * weighted more (Fan and Gijbels: Local Polynomial Modelling, 1996).
 *
 * @param points the points, at least one
 * @param bandwidth the kernel's standard deviation, machines
 */
record LocalLinearRegression(List<ScaleOutPoint> points, double bandwidth) implements DoubleUnaryOperator {

    /** Bandwidths as shares of the range of the points. */
    private static final double[] SHARES = {0.1, 0.2, 0.4, 0.8};

    /** Below this share of the bandwidth's square the points near are as good as one, and have no slope. */
    private static final double FLAT = 1e-9;

    LocalLinearRegression {
        points = List.copyOf(points);
    }

    /** Fits with the bandwidth that interpolates best. */
    static LocalLinearRegression fit(List<ScaleOutPoint> points) {
        double least =
                points.stream().mapToDouble(ScaleOutPoint::scaleOut).min().orElseThrow();
        double most = points.stream().mapToDouble(ScaleOutPoint::scaleOut).max().orElseThrow();
        double range = Math.max(1, most - least);
        return DoubleStream.of(SHARES)
                .map(share -> share * range)
                .boxed()
                .min(Comparator.comparingDouble(bandwidth ->
                        Interpolation.error(points, others -> new LocalLinearRegression(others, bandwidth))))
                .map(bandwidth -> new LocalLinearRegression(points, bandwidth))
                .orElseThrow();
    }

    @Override
    public double applyAsDouble(double machines) {
        // weights relative to the nearest point's, which therefore never vanish altogether
        double nearest = points.stream()
                .mapToDouble(point -> Math.abs(point.scaleOut() - machines))
                .min()
                .orElseThrow();
        double weights = 0;
        double meanScaleOut = 0;
        double meanRuntime = 0;
        for (ScaleOutPoint point : points) {
            double weight = weight(point, machines, nearest);
            weights += weight;
            meanScaleOut += weight * point.scaleOut();
            meanRuntime += weight * point.runtime();
        }
        meanScaleOut /= weights;
        meanRuntime /= weights;
        double variance = 0;
        double covariance = 0;
        for (ScaleOutPoint point : points) {
            double weight = weight(point, machines, nearest);
            double difference = point.scaleOut() - meanScaleOut;
            variance += weight * difference * difference;
            covariance += weight * difference * (point.runtime() - meanRuntime);
        }
        boolean flat = variance / weights <= FLAT * bandwidth * bandwidth;
        return flat ? meanRuntime : meanRuntime + covariance / variance * (machines - meanScaleOut);
    }

    private double weight(ScaleOutPoint point, double machines, double nearest) {
        double distance = point.scaleOut() - machines;
        return Math.exp((nearest * nearest - distance * distance) / (2 * bandwidth * bandwidth));
    }
}

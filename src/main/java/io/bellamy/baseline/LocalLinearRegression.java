package io.bellamy.baseline;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Local linear regression with a Gaussian kernel: at every scale-out a straight line through all points, near ones
 * weighted more (Fan and Gijbels: Local Polynomial Modelling, 1996).
 *
 * @param points the points, at least one
 * @param bandwidth the kernel's standard deviation, machines
 */
record LocalLinearRegression(List<ScaleOutPoint> points, double bandwidth) implements DoubleUnaryOperator {

    /** The bandwidth as a share of the points' range. Chosen by leaving points out, four points choose badly. */
    private static final double SHARE = 0.125;

    /** Below this share of the bandwidth's square the points near are as good as one, and have no slope. */
    private static final double FLAT = 1e-9;

    LocalLinearRegression {
        points = List.copyOf(points);
    }

    /** Through at least one point. */
    static LocalLinearRegression fit(List<ScaleOutPoint> points) {
        DoubleSummaryStatistics scaleOuts =
                points.stream().mapToDouble(ScaleOutPoint::scaleOut).summaryStatistics();
        return new LocalLinearRegression(points, SHARE * Math.max(1, scaleOuts.getMax() - scaleOuts.getMin()));
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

package io.bellamy.baseline;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** How well a kind of curve interpolates. */
final class Interpolation {

    private Interpolation() {}

    /**
     * Leaves out every inner scale-out in turn and asks for it.
     *
     * @return the mean relative error; 0 without an inner scale-out, infinite where an answer is no number
     */
    static double error(List<ScaleOutPoint> points, Function<List<ScaleOutPoint>, DoubleUnaryOperator> curve) {
        double least =
                points.stream().mapToDouble(ScaleOutPoint::scaleOut).min().orElse(Double.NaN);
        double most = points.stream().mapToDouble(ScaleOutPoint::scaleOut).max().orElse(Double.NaN);
        double error = points.stream()
                .filter(point -> point.scaleOut() > least && point.scaleOut() < most)
                .mapToDouble(point -> {
                    List<ScaleOutPoint> others = points.stream()
                            .filter(other -> other.scaleOut() != point.scaleOut())
                            .toList();
                    double runtime = curve.apply(others).applyAsDouble(point.scaleOut());
                    return Math.abs(runtime - point.runtime()) / point.runtime();
                })
                .average()
                .orElse(0);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }
}

package io.bellamy.baseline;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * Bell's choice between a parametric and a nonparametric curve (Thamsen et al.: Selecting Resources for Distributed
 * Dataflow Systems According to Runtime Targets, IPCCC 2016): whichever interpolates the known points better.
 */
final class Bell {

    private Bell() {}

    /** The better of Ernest and local linear regression for at least three points; Ernest where they are equal. */
    static DoubleUnaryOperator fit(List<ScaleOutPoint> points) {
        List<Function<List<ScaleOutPoint>, DoubleUnaryOperator>> curves =
                List.of(Ernest::ofOneSize, LocalLinearRegression::fit);
        DoubleUnaryOperator ernest = Ernest.ofOneSize(points);
        DoubleUnaryOperator best = curves.stream()
                .min(Comparator.comparingDouble(curve -> Interpolation.error(points, curve)))
                .orElseThrow()
                .apply(points);
        // a straight line at the edge may fall below zero, which no runtime does
        return machines -> {
            double runtime = best.applyAsDouble(machines);
            return runtime > 0 ? runtime : ernest.applyAsDouble(machines);
        };
    }
}

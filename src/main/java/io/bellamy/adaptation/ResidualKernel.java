package io.bellamy.adaptation;

import java.util.List;

/**
 * How the residuals of a context at several scale-outs go together: by an offset of the whole curve, a slope over ln x, one
 * over 1/x, a smooth bend, and a deviation of every scale-out's own that differs from scale-out to scale-out.
 *
 * @param offset deviation of the offset, ln seconds, as all deviations here
 * @param slope deviation of the slope over ln x
 * @param inverse deviation of the slope over 1/x
 * @param bend deviation of the bend
 * @param length over which the bend changes, in ln x
 * @param centre the ln x at which the slope is 0
 * @param inverseCentre the 1/x at which the slope over 1/x is 0
 * @param knots where the own deviations are known; in between they are interpolated
 */
public record ResidualKernel(
        double offset,
        double slope,
        double inverse,
        double bend,
        double length,
        double centre,
        double inverseCentre,
        List<Knot> knots) {

    /**
     * The deviation of a scale-out's own.
     *
     * @param logScaleOut ln x, increasing from knot to knot
     * @param deviation there, ln seconds
     */
    public record Knot(double logScaleOut, double deviation) {

        public Knot {
            Sensible.requirePositive("the deviation of a knot", deviation);
        }
    }

    public ResidualKernel {
        knots = List.copyOf(knots);
        if (knots.isEmpty()) {
            throw new IllegalArgumentException("a kernel must have one knot at least");
        }
        Sensible.requireNotNegative("the deviation of the offset", offset);
        Sensible.requireNotNegative("the deviation of the slope", slope);
        Sensible.requireNotNegative("the deviation of the inverse", inverse);
        Sensible.requireNotNegative("the deviation of the bend", bend);
        Sensible.requirePositive("the length of the bend", length);
        Sensible.requireIncreasing(
                "knots", knots.stream().mapToDouble(Knot::logScaleOut).toArray());
    }

    /** The same with all deviations so many times as large. */
    ResidualKernel times(double factor) {
        return new ResidualKernel(
                factor * offset,
                factor * slope,
                factor * inverse,
                factor * bend,
                length,
                centre,
                inverseCentre,
                knots.stream()
                        .map(knot -> new Knot(knot.logScaleOut(), factor * knot.deviation()))
                        .toList());
    }

    /** The covariance of the curves' errors at two scale-outs, without what is of each scale-out's own. */
    double covariance(double one, double other) {
        double u = Math.log(one) - centre;
        double v = Math.log(other) - centre;
        double distance = (u - v) / length;
        return offset * offset
                + slope * slope * u * v
                + inverse * inverse * (1 / one - inverseCentre) * (1 / other - inverseCentre)
                + bend * bend * Math.exp(-distance * distance / 2);
    }

    /** The variance of a scale-out's own; the logarithm of the deviation is linear between knots and constant beyond. */
    double ownVariance(double scaleOut) {
        double at = Math.log(scaleOut);
        Knot below = knots.get(0);
        for (Knot above : knots) {
            if (above.logScaleOut() >= at) {
                double width = above.logScaleOut() - below.logScaleOut();
                double share = width > 0 ? Math.max(0, (at - below.logScaleOut()) / width) : 0;
                return Math.exp(2 * ((1 - share) * Math.log(below.deviation()) + share * Math.log(above.deviation())));
            }
            below = above;
        }
        return below.deviation() * below.deviation();
    }
}

package io.bellamy.adaptation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How the residuals of a context at several scale-outs go together: by an offset of the whole curve, a slope over ln x, one
 * over 1/x, a smooth curve with a squared-exponential kernel, and a nugget, which differs from scale-out to scale-out.
 *
 * @param offset deviation of the offset, ln seconds, as all deviations here
 * @param slope deviation of the slope over ln x
 * @param inverse deviation of the slope over 1/x
 * @param radialBasis deviation of the smooth curve; stored as bend
 * @param lengthScale of the smooth curve, in ln x; stored as length
 * @param centre the ln x at which the slope is 0
 * @param inverseCentre the 1/x at which the slope over 1/x is 0
 * @param knots where the nugget is known; in between it is interpolated
 */
public record ResidualKernel(
        double offset,
        double slope,
        double inverse,
        @JsonProperty("bend") double radialBasis,
        @JsonProperty("length") double lengthScale,
        double centre,
        double inverseCentre,
        List<Knot> knots) {

    /**
     * The nugget at a scale-out.
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
        Sensible.requireNotNegative("the deviation of the radial basis", radialBasis);
        Sensible.requirePositive("the length scale", lengthScale);
        Sensible.requireIncreasing(
                "knots", knots.stream().mapToDouble(Knot::logScaleOut).toArray());
    }

    /** The same with all deviations times a factor. */
    ResidualKernel times(double factor) {
        return new ResidualKernel(
                factor * offset,
                factor * slope,
                factor * inverse,
                factor * radialBasis,
                lengthScale,
                centre,
                inverseCentre,
                knots.stream()
                        .map(knot -> new Knot(knot.logScaleOut(), factor * knot.deviation()))
                        .toList());
    }

    /** The covariance of the curves' residuals at two scale-outs, without the nugget. */
    double covariance(double one, double other) {
        double u = Math.log(one) - centre;
        double v = Math.log(other) - centre;
        double distance = (u - v) / lengthScale;
        return offset * offset
                + slope * slope * u * v
                + inverse * inverse * (1 / one - inverseCentre) * (1 / other - inverseCentre)
                + radialBasis * radialBasis * Math.exp(-distance * distance / 2);
    }

    /** The variance of the nugget; the logarithm of the deviation is linear between knots and constant beyond. */
    double nuggetVariance(double scaleOut) {
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

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

    /** How many parameters it has beside its knots. */
    static final int PARAMETERS = 5;

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

    /**
     * Adds a factor times the derivative of the covariance by the logarithm of offset, slope, inverse, radial basis and length
     * scale.
     */
    void addGradient(double one, double other, double factor, double[] gradient) {
        double u = Math.log(one) - centre;
        double v = Math.log(other) - centre;
        double squares = (u - v) * (u - v) / lengthScale / lengthScale;
        double smooth = radialBasis * radialBasis * Math.exp(-squares / 2);
        gradient[0] += factor * 2 * offset * offset;
        gradient[1] += factor * 2 * slope * slope * u * v;
        gradient[2] += factor * 2 * inverse * inverse * (1 / one - inverseCentre) * (1 / other - inverseCentre);
        gradient[3] += factor * 2 * smooth;
        gradient[4] += factor * smooth * squares;
    }

    /** Adds a factor times the derivative of the nugget's variance by the logarithm of each knot's deviation, behind the others. */
    void addNuggetGradient(double scaleOut, double factor, double[] gradient) {
        KnotsBeside beside = beside(scaleOut);
        double variance = nuggetVariance(scaleOut);
        gradient[PARAMETERS + beside.below()] += factor * 2 * variance * (1 - beside.share());
        gradient[PARAMETERS + beside.above()] += factor * 2 * variance * beside.share();
    }

    /** The variance of the nugget; the logarithm of the deviation is linear between knots and constant beyond. */
    double nuggetVariance(double scaleOut) {
        KnotsBeside beside = beside(scaleOut);
        double below = Math.log(knots.get(beside.below()).deviation());
        double above = Math.log(knots.get(beside.above()).deviation());
        return Math.exp(2 * ((1 - beside.share()) * below + beside.share() * above));
    }

    /** Two knots, and how far a scale-out is on the way from the one to the other. */
    private record KnotsBeside(int below, int above, double share) {}

    private KnotsBeside beside(double scaleOut) {
        double at = Math.log(scaleOut);
        for (int above = 0; above < knots.size(); above++) {
            if (knots.get(above).logScaleOut() >= at) {
                int below = Math.max(0, above - 1);
                double from = knots.get(below).logScaleOut();
                double width = knots.get(above).logScaleOut() - from;
                return new KnotsBeside(below, above, width > 0 ? Math.max(0, (at - from) / width) : 0);
            }
        }
        return new KnotsBeside(knots.size() - 1, knots.size() - 1, 0);
    }
}

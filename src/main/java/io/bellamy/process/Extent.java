package io.bellamy.process;

import java.util.List;

/**
 * From where to where scale-outs were run at all, in ln. Beyond, no run tells how curves go on.
 *
 * @param least the smallest
 * @param most the largest; below the smallest where there is none
 */
record Extent(double least, double most) {

    /**
     * By how much the elasticity of a runtime, which lies between -1 and little above 0, may differ beyond from what the curves
     * between tell.
     */
    private static final double ELASTICITY = 0.2;

    static Extent of(List<RunPlace> places) {
        if (places.isEmpty()) {
            return new Extent(0, -1);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (RunPlace place : places) {
            least = Math.min(least, place.scaleOut());
            most = Math.max(most, place.scaleOut());
        }
        return new Extent(least, most);
    }

    /** The variance of ln runtime that comes from that. */
    double doubt(RunPlace place) {
        if (most < least) {
            return 0;
        }
        double beyond = Math.max(0, Math.max(place.scaleOut() - most, least - place.scaleOut()));
        return ELASTICITY * ELASTICITY * beyond * beyond;
    }
}

package io.bellamy.process;

import java.util.List;

/**
 * How far off a process is where it does not know the runs: learned by holding them out.
 *
 * @param nugget the variance by which the median of a configuration differs from what all others say of it, on top of what the
 *     kernel tells
 * @param unseen the factor of the variance that the kernel tells of a job of which no run is known
 */
public record HeldOutSpread(LogVariance nugget, LogVariance unseen) {

    /** More than the variance of usual runs by less than this share makes no difference to an interval. */
    private static final double OF_USE = 0.2;

    /**
     * What a nugget may be.
     *
     * @param noise the variance of runs
     */
    List<VarianceDoubt> nuggets(double noise) {
        List<VarianceDoubt> points = nugget.points(0);
        boolean ofUse = points.stream().anyMatch(point -> point.factor() > OF_USE * noise);
        return ofUse ? points : List.of(new VarianceDoubt(Math.exp(nugget.level()), 1));
    }
}

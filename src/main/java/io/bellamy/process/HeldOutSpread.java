package io.bellamy.process;

import java.util.Comparator;
import java.util.List;

/**
 * How far off a process is where it does not know the runs: learned by holding them out.
 *
 * @param nugget the variance by which the median of a configuration differs from what all others say of it, or where days are known
 *     those before it, on top of what the kernel tells
 * @param unseen the factor of the variance that the kernel tells of a job of which no run is known, though all its texts are
 * @param values the same of what has a value that no run has, a machine type say: of each text of a place
 */
public record HeldOutSpread(LogVariance nugget, LogVariance unseen, List<LogVariance> values) {

    /** More than the variance of usual runs by less than this share makes no difference to an interval. */
    private static final double OF_USE = 0.2;

    public HeldOutSpread {
        values = List.copyOf(values);
    }

    /**
     * The factor of the variance at a job.
     *
     * @param texts those of which no run has the value of the job
     */
    LogVariance factor(List<Integer> texts) {
        return texts.stream()
                .map(values::get)
                .max(Comparator.comparingDouble(LogVariance::level))
                .orElse(unseen);
    }

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

package io.bellamy.adaptation;

import java.util.List;

/**
 * How far repetitions of one configuration lie apart: most by a common deviation, some by much more, and how many of them
 * and how far depends on the scale-out.
 *
 * @param deviation of most runs from what is typical, in ln seconds
 * @param outliers at some scale-outs, in increasing order, at least one
 */
public record RunNoise(double deviation, List<Outliers> outliers) {

    /**
     * The runs that lie far off.
     *
     * @param logScaleOut where
     * @param share how many of all runs, in (0, 1)
     * @param deviation how far they lie off, in ln seconds
     */
    public record Outliers(double logScaleOut, double share, double deviation) {

        public Outliers {
            Sensible.requireShare("the share of outliers", share);
            Sensible.requirePositive("the deviation of outliers", deviation);
        }
    }

    public RunNoise {
        outliers = List.copyOf(outliers);
        if (outliers.isEmpty()) {
            throw new IllegalArgumentException("the noise must have outliers at one scale-out at least");
        }
        Sensible.requirePositive("the deviation of runs", deviation);
        Sensible.requireIncreasing(
                "scale-outs of outliers",
                outliers.stream().mapToDouble(Outliers::logScaleOut).toArray());
    }

    double variance() {
        return deviation * deviation;
    }

    /** The outliers at a scale-out, between the two next ones where it lies between them. */
    Outliers at(double logScaleOut) {
        Outliers below = outliers.get(0);
        for (Outliers above : outliers) {
            if (above.logScaleOut() >= logScaleOut) {
                double width = above.logScaleOut() - below.logScaleOut();
                double share = width > 0 ? Math.max(0, (logScaleOut - below.logScaleOut()) / width) : 0;
                return new Outliers(
                        logScaleOut,
                        below.share() + share * (above.share() - below.share()),
                        below.deviation() + share * (above.deviation() - below.deviation()));
            }
            below = above;
        }
        return below;
    }

    /**
     * The probability that the median of a number of runs is an outlier: that at least half of them are. Half of an even number
     * is enough, since one of the two in the middle then is one.
     */
    static double medianShare(double share, int runs) {
        int needed = (runs + 1) / 2;
        double sum = 0;
        double term = Math.pow(1 - share, runs);
        for (int count = 0; count <= runs; count++) {
            if (count >= needed) {
                sum += term;
            }
            term *= (double) (runs - count) / (count + 1) * share / (1 - share);
        }
        return Math.max(1e-9, Math.min(0.5, sum));
    }

    /** The variance of the median of a number of runs (asymptotically pi / 2 times that of the mean). */
    double medianVariance(int runs) {
        return variance() * (runs == 1 ? 1 : Math.PI / 2 / runs);
    }
}

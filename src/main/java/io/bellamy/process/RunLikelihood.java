package io.bellamy.process;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * How probable a run is, depending on the median of its configuration: as one of most, or as a straggler.
 *
 * @param log ln seconds, of the run or of the limit that it exceeded
 * @param atLeast was it stopped at a limit?
 * @param scatter how runs lie
 */
record RunLikelihood(double log, boolean atLeast, RunScatter scatter) {

    /** A normal distribution. */
    record MedianBelief(double mean, double variance) {}

    /** What is known of the median with the run, where this is known without: the normal distribution of the same moments. */
    MedianBelief times(MedianBelief without) {
        Part usual = part(without, 0, scatter.variance());
        if (scatter.share() == 0) {
            return new MedianBelief(usual.mean(), usual.variance());
        }
        Part straggler = part(without, scatter.shift(), scatter.stragglerVariance());
        double share = share(usual, straggler);
        double mean = (1 - share) * usual.mean() + share * straggler.mean();
        double variance = (1 - share) * (usual.variance() + square(usual.mean() - mean))
                + share * (straggler.variance() + square(straggler.mean() - mean));
        return new MedianBelief(mean, variance);
    }

    /** How probable it is that the run is a straggler, where this is known of the median without it. */
    double straggling(MedianBelief without) {
        return scatter.share() == 0
                ? 0
                : share(
                        part(without, 0, scatter.variance()),
                        part(without, scatter.shift(), scatter.stragglerVariance()));
    }

    private double share(Part usual, Part straggler) {
        double odds = Math.log(scatter.share() / (1 - scatter.share())) + straggler.log() - usual.log();
        return 1 / (1 + Math.exp(-odds));
    }

    /** An explanation: the logarithm of its probability, and the median's moments if it is true. */
    private record Part(double log, double mean, double variance) {}

    private Part part(MedianBelief without, double later, double noise) {
        double whole = without.variance() + noise;
        double distance = log - later - without.mean();
        if (!atLeast) {
            return new Part(
                    -Math.log(whole) / 2 - distance * distance / whole / 2,
                    without.mean() + without.variance() / whole * distance,
                    without.variance() * noise / whole);
        }
        // of the normal distribution above a limit: Rasmussen and Williams, section 3.9
        double beyond = -distance / Math.sqrt(whole);
        double ratio = inverseMills(beyond);
        return new Part(
                logCumulative(beyond),
                without.mean() + without.variance() * ratio / Math.sqrt(whole),
                without.variance() - square(without.variance()) * ratio * (beyond + ratio) / whole);
    }

    /** The density over the cumulative probability of the standard normal distribution. */
    private static double inverseMills(double at) {
        return Math.sqrt(2 / Math.PI) / Erfcx.value(-at / Math.sqrt(2));
    }

    private static double logCumulative(double at) {
        double lower = -at / Math.sqrt(2);
        return lower < 5 ? Math.log(Erfc.value(lower) / 2) : Math.log(Erfcx.value(lower) / 2) - lower * lower;
    }

    private static double square(double value) {
        return value * value;
    }
}

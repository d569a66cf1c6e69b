package io.bellamy.process;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * A run of which it is known only that it took longer than a limit.
 *
 * @param limit ln seconds
 * @param scatter how runs lie
 */
record StoppedRun(double limit, RunScatter scatter) implements MedianEvidence {

    @Override
    public MedianBelief times(MedianBelief without) {
        Part usual = part(without, 0, scatter.variance());
        if (scatter.share() == 0) {
            return new MedianBelief(usual.mean(), usual.variance());
        }
        Part straggler = part(without, scatter.shift(), scatter.stragglerVariance());
        double odds = Math.log(scatter.share() / (1 - scatter.share())) + straggler.log() - usual.log();
        double share = 1 / (1 + Math.exp(-odds));
        double mean = (1 - share) * usual.mean() + share * straggler.mean();
        double variance = (1 - share) * (usual.variance() + square(usual.mean() - mean))
                + share * (straggler.variance() + square(straggler.mean() - mean));
        return new MedianBelief(mean, variance);
    }

    @Override
    public double log(MedianBelief without) {
        double usual = part(without, 0, scatter.variance()).log();
        double straggler =
                part(without, scatter.shift(), scatter.stragglerVariance()).log();
        double most = Math.max(usual, straggler);
        return most
                + Math.log(
                        (1 - scatter.share()) * Math.exp(usual - most) + scatter.share() * Math.exp(straggler - most));
    }

    /** By itself it tells next to nothing. */
    @Override
    public MedianBelief alone(double variance) {
        return new MedianBelief(limit, 1 / MedianSite.LEAST_PRECISION);
    }

    @Override
    public MedianBelief reading(boolean straggling) {
        return new MedianBelief(limit, 1 / MedianSite.LEAST_PRECISION);
    }

    @Override
    public boolean straggle(MedianBelief without) {
        return false;
    }

    @Override
    public boolean areStopped() {
        return true;
    }

    /** An explanation: the logarithm of its probability, and the median's moments if it is true. */
    private record Part(double log, double mean, double variance) {}

    /** Of the normal distribution above a limit: Rasmussen and Williams, section 3.9. */
    private Part part(MedianBelief without, double later, double noise) {
        double whole = without.variance() + noise;
        double beyond = (without.mean() + later - limit) / Math.sqrt(whole);
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

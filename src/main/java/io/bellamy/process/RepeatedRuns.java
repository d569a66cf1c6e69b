package io.bellamy.process;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Runs of one configuration that came to their end. The stragglers among them are the latest, and how many these are has a
 * probability for each number: one run after another could not tell, since where most are late, the others look as if they were
 * early. Never changed.
 */
final class RepeatedRuns implements MedianEvidence {

    private final double[] logs;
    private final RunScatter scatter;

    /**
     * Takes runs together.
     *
     * @param logs ln seconds of the runs in any order, possibly none
     * @param scatter how runs lie
     */
    RepeatedRuns(DoubleStream logs, RunScatter scatter) {
        this.logs = logs.sorted().toArray();
        this.scatter = scatter;
    }

    /** If so many of the earliest are usual: how probable that is, as a logarithm, and the median's moments. */
    private record Split(double log, double mean, double variance) {}

    @Override
    public MedianBelief times(MedianBelief without) {
        Split[] splits = splits(without);
        double most = Arrays.stream(splits).mapToDouble(Split::log).max().orElseThrow();
        double all = 0;
        double mean = 0;
        for (Split split : splits) {
            double share = Math.exp(split.log() - most);
            all += share;
            mean += share * split.mean();
        }
        mean /= all;
        double variance = 0;
        for (Split split : splits) {
            double from = split.mean() - mean;
            variance += Math.exp(split.log() - most) / all * (split.variance() + from * from);
        }
        return new MedianBelief(mean, variance);
    }

    @Override
    public MedianBelief alone(double variance) {
        return reading(usual(new MedianBelief(0, variance)));
    }

    @Override
    public MedianBelief reading(boolean straggling) {
        return reading(straggling ? 0 : logs.length);
    }

    @Override
    public boolean straggle(MedianBelief without) {
        return usual(without) == 0;
    }

    @Override
    public boolean areStopped() {
        return false;
    }

    /** How many of the earliest are no stragglers, most probably. */
    private int usual(MedianBelief without) {
        Split[] splits = splits(without);
        int best = logs.length;
        for (int usual = logs.length - 1; usual >= 0; usual--) {
            best = splits[usual].log() > splits[best].log() ? usual : best;
        }
        return best;
    }

    private MedianBelief reading(int usual) {
        double precision = 0;
        double sum = 0;
        for (int run = 0; run < logs.length; run++) {
            double own = 1 / (run < usual ? scatter.variance() : scatter.stragglerVariance());
            precision += own;
            sum += own * (run < usual ? logs[run] : logs[run] - scatter.shift());
        }
        return new MedianBelief(sum / precision, 1 / precision);
    }

    private Split[] splits(MedianBelief without) {
        Normals[] stragglers = new Normals[logs.length + 1];
        stragglers[logs.length] = new Normals(0, 0, 0);
        for (int run = logs.length - 1; run >= 0; run--) {
            double later = logs[run] - scatter.shift() - without.mean();
            stragglers[run] = stragglers[run + 1].and(later, scatter.stragglerVariance(), scatter.share());
        }
        Normals usual = new Normals(0, 0, 0);
        Split[] splits = new Split[logs.length + 1];
        for (int run = 0; run <= logs.length; run++) {
            splits[run] = usual.and(stragglers[run]).split(without);
            if (run < logs.length) {
                usual = usual.and(logs[run] - without.mean(), scatter.variance(), 1 - scatter.share());
            }
        }
        return splits;
    }

    /** A product of normal distributions of the median, each with a share, by its natural parameters and what is constant. */
    private record Normals(double log, double precision, double sum) {

        Normals and(double distance, double variance, double share) {
            return new Normals(
                    log + Math.log(share) - Math.log(variance) / 2 - distance * distance / variance / 2,
                    precision + 1 / variance,
                    sum + distance / variance);
        }

        Normals and(Normals other) {
            return new Normals(log + other.log, precision + other.precision, sum + other.sum);
        }

        Split split(MedianBelief without) {
            double whole = precision + 1 / without.variance();
            return new Split(log + (sum * sum / whole - Math.log(whole)) / 2, without.mean() + sum / whole, 1 / whole);
        }
    }
}

package io.bellamy.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Runs of one configuration that came to their end. The stragglers among them are the latest, and now and then some are early:
 * how many each of these are has a probability for each number. One run after another could not tell, since where most are late,
 * the others look as if they were early. Never changed.
 */
final class RepeatedRuns implements MedianEvidence {

    private static final int MOST_EARLY = 8;

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
        this.scatter = scatter.among(this.logs.length);
    }

    /**
     * If those from {@code first} and before {@code end} are usual, those before are early and those after them stragglers: how
     * probable that is, as a logarithm, and the median's moments.
     */
    private record Split(int first, int end, double log, double mean, double variance) {}

    @Override
    public MedianBelief times(MedianBelief without) {
        List<Split> splits = splits(without);
        double most = splits.stream().mapToDouble(Split::log).max().orElseThrow();
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
        Split best = best(new MedianBelief(0, variance));
        return reading(best.first(), best.end());
    }

    @Override
    public MedianBelief reading(boolean straggling) {
        return reading(0, straggling ? 0 : logs.length);
    }

    @Override
    public boolean straggle(MedianBelief without) {
        return best(without).end() == 0;
    }

    @Override
    public boolean areStopped() {
        return false;
    }

    private Split best(MedianBelief without) {
        return Collections.max(
                splits(without), Comparator.comparingDouble(Split::log).thenComparingInt(Split::end));
    }

    private MedianBelief reading(int first, int end) {
        double precision = 0;
        double sum = 0;
        for (int run = 0; run < logs.length; run++) {
            boolean usual = run >= first && run < end;
            double own = 1 / (usual ? scatter.variance() : scatter.stragglerVariance());
            precision += own;
            sum += own * (usual ? logs[run] : run < first ? logs[run] + scatter.shift() : logs[run] - scatter.shift());
        }
        return new MedianBelief(sum / precision, 1 / precision);
    }

    @Override
    public double log(MedianBelief without) {
        List<Split> splits = splits(without);
        double most = splits.stream().mapToDouble(Split::log).max().orElseThrow();
        return most
                + Math.log(splits.stream()
                        .mapToDouble(split -> Math.exp(split.log() - most))
                        .sum())
                - Math.log(without.variance()) / 2;
    }

    /** All that may be: all are stragglers, or some are usual; of all, half are early at most. */
    private List<Split> splits(MedianBelief without) {
        Normals[] stragglers = stragglers(without);
        List<Split> splits = new ArrayList<>();
        int mostEarly = scatter.early() > 0 ? Math.min(MOST_EARLY, logs.length / 2) : 0;
        Normals early = Normals.NONE;
        for (int first = 0; first <= mostEarly; first++) {
            Normals usual = early;
            for (int end = first; end <= logs.length; end++) {
                if (end > first || end == 0) {
                    splits.add(usual.and(stragglers[end]).split(first, end, without));
                }
                if (end < logs.length) {
                    usual = usual.and(logs[end] - without.mean(), scatter.variance(), scatter.usual());
                }
            }
            if (first < mostEarly) {
                double earlier = logs[first] + scatter.shift() - without.mean();
                early = early.and(earlier, scatter.stragglerVariance(), scatter.early());
            }
        }
        return splits;
    }

    /** Those from each on. */
    private Normals[] stragglers(MedianBelief without) {
        Normals[] stragglers = new Normals[logs.length + 1];
        stragglers[logs.length] = Normals.NONE;
        for (int run = logs.length - 1; run >= 0; run--) {
            double later = logs[run] - scatter.shift() - without.mean();
            stragglers[run] = stragglers[run + 1].and(later, scatter.stragglerVariance(), scatter.share());
        }
        return stragglers;
    }

    /** A product of normal distributions of the median, each with a share, by its natural parameters and what is constant. */
    private record Normals(double log, double precision, double sum) {

        static final Normals NONE = new Normals(0, 0, 0);

        Normals and(double distance, double variance, double share) {
            return new Normals(
                    log + Math.log(share) - Math.log(variance) / 2 - distance * distance / variance / 2,
                    precision + 1 / variance,
                    sum + distance / variance);
        }

        Normals and(Normals other) {
            return new Normals(log + other.log, precision + other.precision, sum + other.sum);
        }

        Split split(int first, int end, MedianBelief without) {
            double whole = precision + 1 / without.variance();
            return new Split(
                    first,
                    end,
                    log + (sum * sum / whole - Math.log(whole)) / 2,
                    without.mean() + sum / whole,
                    1 / whole);
        }
    }
}

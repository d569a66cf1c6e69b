package io.bellamy.training;

import io.bellamy.adaptation.ResidualPoint;
import io.bellamy.adaptation.ResidualPrior;
import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.job.Run;
import io.bellamy.numerics.Evenly;
import io.bellamy.numerics.ResilientAscent;
import io.bellamy.numerics.Slope;
import io.bellamy.process.LeftOutJob;
import io.bellamy.training.OpinionWeights.Share;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Learns how much the networks count beside the process, from jobs of pretraining that neither saw: each run is predicted by
 * both from none to some single runs of its job, and the shares are those of which the mixture gives what was measured the
 * highest probability. Y. Yao, G. Pirs, A. Vehtari, A. Gelman: Bayesian Hierarchical Stacking: Some Models Are (Somewhere)
 * Useful. Bayesian Analysis 17, 2022.
 */
final class OpinionFit {

    private static final int MOST_JOBS = 40;
    private static final int MOST_CONFIGURATIONS = 6;
    private static final int MOST_POINTS = 4;

    /** Every so manieth set of runs is enough. */
    private static final int ONE_OF = 3;

    /** How far the level and the slope of a share are believed to be from none. */
    private static final double LEVEL = 2;

    private static final double SLOPE = 1;
    private static final int MOST_STEPS = 100;

    private final ResidualPrior prior;
    private final ToDoubleFunction<Run> leftOut;
    private final Map<AskedWhere, List<Densities>> scores = new EnumMap<>(AskedWhere.class);
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /** How probable a run was to both, and how much that counts. */
    record Densities(int scaleOut, double networks, double process, double weight) {}

    /** What is known of a job. */
    private enum AskedWhere {
        NONE,
        BETWEEN,
        BEYOND
    }

    private OpinionFit(ResidualPrior prior, ToDoubleFunction<Run> leftOut) {
        this.prior = prior;
        this.leftOut = leftOut;
        for (AskedWhere where : AskedWhere.values()) {
            scores.put(where, new ArrayList<>());
        }
    }

    /**
     * Learns.
     *
     * @param jobs as all others see each
     * @param prior how far off networks are
     * @param leftOut what networks that did not see its job say of a run, ln seconds
     */
    static OpinionWeights of(List<LeftOutJob> jobs, ResidualPrior prior, ToDoubleFunction<Run> leftOut) {
        OpinionFit fit = new OpinionFit(prior, leftOut);
        if (jobs.isEmpty()) {
            return OpinionWeights.SILENT;
        }
        List<LeftOutJob> some = Evenly.some(jobs, MOST_JOBS);
        for (int i = 0; i < some.size(); i++) {
            fit.add(some.get(i), i);
        }
        return fit.weights();
    }

    private void add(LeftOutJob job, int turn) {
        List<Integer> configurations = configurations(job);
        int size = configurations.size();
        for (int target = 0; target < size; target++) {
            for (int subset = 0; subset < 1 << size; subset++) {
                boolean known = (subset >> target & 1) == 1;
                if (!known
                        && Integer.bitCount(subset) <= MOST_POINTS
                        && (subset == 0 || (subset + target + turn) % ONE_OF == 0)) {
                    add(job, configurations, target, subset);
                }
            }
        }
    }

    /** Some configurations at different scale-outs, by increasing scale-out. */
    private static List<Integer> configurations(LeftOutJob job) {
        Map<Integer, Integer> byScaleOut = new TreeMap<>();
        for (int i = 0; i < job.size(); i++) {
            byScaleOut.putIfAbsent(job.runs(i).get(0).scaleOut(), i);
        }
        return Evenly.some(List.copyOf(byScaleOut.values()), MOST_CONFIGURATIONS);
    }

    private void add(LeftOutJob job, List<Integer> configurations, int target, int subset) {
        List<Integer> known = new ArrayList<>();
        List<ResidualPoint> points = new ArrayList<>();
        for (int i = 0; i < configurations.size(); i++) {
            if ((subset >> i & 1) == 1) {
                List<Run> runs = job.runs(configurations.get(i));
                Run run = runs.get(target % runs.size());
                known.add(configurations.get(i));
                points.add(new ResidualPoint(run.scaleOut(), Math.log(run.runtime()) - leftOut.applyAsDouble(run), 1));
            }
        }
        List<Run> asked = job.runs(configurations.get(target));
        Run example = asked.get(0);
        List<Component> process = job.at(configurations.get(target), known, target);
        List<Component> networks = prior.given(points)
                .at(example.scaleOut(), leftOut.applyAsDouble(example))
                .parts();
        boolean between = Integer.numberOfTrailingZeros(subset) < target && subset >> target > 0;
        low = Math.min(low, Math.log(example.scaleOut()));
        high = Math.max(high, Math.log(example.scaleOut()));
        AskedWhere where = subset == 0 ? AskedWhere.NONE : between ? AskedWhere.BETWEEN : AskedWhere.BEYOND;
        for (Run run : asked) {
            double log = Math.log(run.runtime());
            scores.get(where)
                    .add(new Densities(
                            example.scaleOut(), density(networks, log), density(process, log), 1.0 / asked.size()));
        }
    }

    private static double density(List<Component> parts, double at) {
        double sum = Double.MIN_NORMAL;
        for (Component part : parts) {
            double distance = at - part.mean();
            sum += part.weight()
                    * Math.exp(-distance * distance / part.variance() / 2)
                    / Math.sqrt(2 * Math.PI * part.variance());
        }
        return sum;
    }

    private OpinionWeights weights() {
        OpinionWeights places = new OpinionWeights(low, high, Share.NOTHING, Share.NOTHING, Share.NOTHING);
        return new OpinionWeights(
                low,
                high,
                share(places, scores.get(AskedWhere.NONE)),
                share(places, scores.get(AskedWhere.BETWEEN)),
                share(places, scores.get(AskedWhere.BEYOND)));
    }

    /** Of which share the mixture gives the runs the highest probability. */
    static Share share(OpinionWeights places, List<Densities> scores) {
        double[] line = ResilientAscent.climb(new double[2], at -> Optional.of(slope(places, scores, at)), MOST_STEPS);
        return new Share(line[0], line[1]);
    }

    private static Slope slope(OpinionWeights places, List<Densities> scores, double[] line) {
        double height = -square(line[0] / LEVEL) / 2 - square(line[1] / SLOPE) / 2;
        double ofLevel = -line[0] / square(LEVEL);
        double ofSlope = -line[1] / square(SLOPE);
        for (Densities score : scores) {
            double place = places.place(score.scaleOut());
            double share = 1 / (1 + Math.exp(-line[0] - line[1] * place));
            double both = share * score.networks() + (1 - share) * score.process();
            double up = score.weight() * share * (1 - share) * (score.networks() - score.process()) / both;
            height += score.weight() * Math.log(both);
            ofLevel += up;
            ofSlope += up * place;
        }
        return new Slope(height, List.of(ofLevel, ofSlope));
    }

    private static double square(double value) {
        return value * value;
    }
}

package io.bellamy.adaptation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Percentile;

/**
 * Learns what predicted probabilities are worth, from contexts that were left out in pretraining: each run of a context is
 * predicted from none to some single runs at other scale-outs of it.
 */
public final class CalibrationFit {

    /** The number of runs of a context that are looked at, at most. */
    private static final int MOST_POINTS = 4;

    /** Every so manieth set of runs is enough. */
    private static final int ONE_OF = 3;

    /** The belief that probabilities are what they say counts as much as this number of scale-outs of contexts. */
    private static final double BELIEF = 6;

    /** Every set of scale-outs is one to predict another one from. */
    public static final int MOST_SCALE_OUTS = 6;

    /** More contexts than this tell no more. */
    public static final int MOST_CONTEXTS = 40;

    private static final double CERTAIN = 1e-12;

    private CalibrationFit() {}

    /**
     * What a model was off at one scale-out of a context.
     *
     * @param scaleOut the scale-out
     * @param residuals ln measured - ln predicted of each run, at least one
     */
    public record Measured(int scaleOut, List<Double> residuals) {

        public Measured {
            residuals = List.copyOf(residuals);
        }

        /** All of them taken together: their median. */
        public ResidualPoint point() {
            double[] values =
                    residuals.stream().mapToDouble(Double::doubleValue).toArray();
            return new ResidualPoint(scaleOut, RunNoiseFit.median(values), values.length);
        }
    }

    /**
     * What the probabilities of a prior are worth.
     *
     * @param contexts each by increasing scale-out, of which there are {@link #MOST_SCALE_OUTS} at most; possibly no context
     *     at all
     */
    public static Calibrations of(ResidualPrior prior, List<List<Measured>> contexts) {
        Deviations between = new Deviations();
        Deviations beyond = new Deviations();
        for (int c = 0; c < contexts.size(); c++) {
            List<Measured> context = contexts.get(c);
            for (int target = 0; target < context.size(); target++) {
                for (int subset = 0; subset < 1 << context.size(); subset++) {
                    boolean known = (subset & 1 << target) != 0;
                    if (known || Integer.bitCount(subset) > MOST_POINTS || (subset + target + c) % ONE_OF != 0) {
                        continue;
                    }
                    boolean isBetween = Integer.numberOfTrailingZeros(subset) < target && subset >> target > 0;
                    (isBetween ? between : beyond)
                            .add(
                                    context.get(target),
                                    deviations(prior, points(context, subset, target), context.get(target)));
                }
            }
        }
        return new Calibrations(between.calibration(), beyond.calibration());
    }

    /** How many deviations runs were from the median, and at how many scale-outs of contexts they were measured. */
    private static final class Deviations {

        private final List<Double> all = new ArrayList<>();
        private final Set<Measured> targets = Collections.newSetFromMap(new IdentityHashMap<>());

        void add(Measured target, List<Double> deviations) {
            targets.add(target);
            all.addAll(deviations);
        }

        Calibration calibration() {
            if (all.isEmpty()) {
                return Calibration.NONE;
            }
            Percentile percentile = new Percentile();
            percentile.setData(all.stream().mapToDouble(Double::doubleValue).toArray());
            double share = targets.size() / (targets.size() + BELIEF);
            return new Calibration(Calibration.LEVELS.stream()
                    .map(level ->
                            share * percentile.evaluate(100 * level) + (1 - share) * Calibration.normalQuantile(level))
                    .toList());
        }
    }

    /** Single runs at some scale-outs. */
    private static List<ResidualPoint> points(List<Measured> context, int subset, int turn) {
        return IntStream.range(0, context.size())
                .filter(i -> (subset & 1 << i) != 0)
                .mapToObj(context::get)
                .map(measured -> new ResidualPoint(
                        measured.scaleOut(),
                        measured.residuals().get(turn % measured.residuals().size()),
                        1))
                .toList();
    }

    private static List<Double> deviations(ResidualPrior prior, List<ResidualPoint> known, Measured target) {
        RuntimeDistribution distribution = prior.given(known).at(target.scaleOut(), 0);
        return target.residuals().stream()
                .map(residual -> distribution.cumulative(Math.exp(residual)))
                .map(probability -> Calibration.deviations(Math.max(CERTAIN, Math.min(1 - CERTAIN, probability))))
                .toList();
    }
}

package io.bellamy.adaptation;

import io.bellamy.adaptation.RunNoise.Outliers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns from repetitions how far the runs of a configuration lie apart, robustly. Where there are few, they might lie apart as
 * far as what a model is off in contexts that it did not see, or in one that it did if there are no others: intervals that are
 * too wide do less harm than some that are believed.
 */
public final class RunNoiseFit {

    /** Of normally distributed numbers the median of the absolute values is the deviation divided by this. */
    private static final double MEDIAN_TO_DEVIATION = 1.4826;

    /** So many runs beyond the first of their configuration tell how far runs lie apart, whatever is believed. */
    public static final int ENOUGH = 10;

    /** What is believed where nothing at all is known, in ln seconds. */
    private static final double BELIEVED = 0.1;

    /** So many scale-outs of contexts tell how far a model is off. */
    private static final int MANY = 5;

    /** The number of scale-outs of a context from which on it is seen how far they are from its own curve. */
    private static final int CURVE = 3;

    private static final double LEAST = 0.01;
    private static final double FAR = 3;
    private static final double WITHOUT_TAILS = 1.02;
    private static final int ROUNDS = 20;
    private static final double PRIOR_RUNS = 20;
    private static final double PRIOR_SHARE = 0.01;
    private static final double PRIOR_OUTLIERS = 2;

    /** Where outliers have not been seen, one may lie so far off, in ln seconds: far beyond what is usual. */
    private static final double PRIOR_DEVIATION = 0.15;

    private final Map<Integer, List<Double>> deviations = new TreeMap<>();
    private int repetitions;

    /** Adds the ln runtimes of one configuration; a single run says nothing. */
    public void add(int scaleOut, double[] logRuntimes) {
        int runs = logRuntimes.length;
        if (runs < 2) {
            return;
        }
        if (Arrays.stream(logRuntimes).distinct().count() > 1) {
            // what is the same to the last digit is a copy rather than a repetition
            repetitions += runs - 1;
        }
        double median = median(logRuntimes);
        for (double log : logRuntimes) {
            deviations
                    .computeIfAbsent(scaleOut, x -> new ArrayList<>())
                    .add((log - median) * Math.sqrt((double) runs / (runs - 1)));
        }
    }

    /**
     * What was learned.
     *
     * @param knots ln of the scale-outs at which outliers are told, increasing, at least one
     * @param contexts how far off the model is in contexts that it did not see, possibly none
     */
    public RunNoise fit(List<Double> knots, List<List<ResidualPoint>> contexts) {
        double[] all = deviations.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Math::abs)
                .toArray();
        double usual = all.length == 0 ? LEAST : Math.max(LEAST, MEDIAN_TO_DEVIATION * median(all));
        for (int round = 0; round < ROUNDS; round++) {
            double limit = FAR * usual;
            double square = Arrays.stream(all)
                    .filter(value -> value < limit)
                    .map(value -> value * value)
                    .average()
                    .orElse(0);
            usual = Math.max(LEAST, WITHOUT_TAILS * Math.sqrt(square));
        }
        if (repetitions < ENOUGH) {
            double share = (double) repetitions / ENOUGH;
            usual = Math.max(usual, Math.pow(usual, share) * Math.pow(believed(contexts), 1 - share));
        }
        List<Outliers> outliers = new ArrayList<>();
        for (int knot = 0; knot < knots.size(); knot++) {
            outliers.add(outliers(knots, knot, FAR * usual));
        }
        return new RunNoise(usual, outliers);
    }

    /**
     * How far runs may lie apart for all that single runs tell: as far as from the curve of their context. Where contexts have
     * no curves, half of the variance between contexts is believed to be theirs and half that of runs.
     */
    private static double believed(List<List<ResidualPoint>> contexts) {
        List<Double> fromCurve = new ArrayList<>();
        List<Double> between = new ArrayList<>();
        for (List<ResidualPoint> context : contexts) {
            double[] residuals =
                    context.stream().mapToDouble(ResidualPoint::residual).toArray();
            double median = residuals.length < CURVE ? 0 : median(residuals);
            for (double residual : residuals) {
                between.add(Math.abs(residual));
                if (residuals.length >= CURVE) {
                    fromCurve.add(Math.abs(residual - median) * Math.sqrt(residuals.length / (residuals.length - 1.0)));
                }
            }
        }
        if (fromCurve.size() >= MANY) {
            return deviation(fromCurve);
        }
        return between.size() >= MANY ? deviation(between) / Math.sqrt(2) : BELIEVED;
    }

    private static double deviation(List<Double> distances) {
        return Math.max(
                LEAST,
                MEDIAN_TO_DEVIATION
                        * median(distances.stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
    }

    private Outliers outliers(List<Double> knots, int knot, double limit) {
        double runs = PRIOR_RUNS;
        double far = PRIOR_RUNS * PRIOR_SHARE;
        double squares = PRIOR_OUTLIERS * Math.pow(Math.max(limit, PRIOR_DEVIATION), 2);
        double counted = PRIOR_OUTLIERS;
        for (Map.Entry<Integer, List<Double>> entry : deviations.entrySet()) {
            if (nearest(knots, Math.log(entry.getKey())) == knot) {
                for (double deviation : entry.getValue()) {
                    runs++;
                    if (Math.abs(deviation) >= limit) {
                        far++;
                        counted++;
                        squares += deviation * deviation;
                    }
                }
            }
        }
        return new Outliers(knots.get(knot), far / runs, Math.sqrt(squares / counted));
    }

    private static int nearest(List<Double> knots, double at) {
        int nearest = 0;
        for (int knot = 1; knot < knots.size(); knot++) {
            if (Math.abs(knots.get(knot) - at) < Math.abs(knots.get(nearest) - at)) {
                nearest = knot;
            }
        }
        return nearest;
    }

    /** The middle one of some numbers, or the mean of the two in the middle. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

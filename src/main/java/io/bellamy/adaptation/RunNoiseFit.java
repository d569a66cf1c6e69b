package io.bellamy.adaptation;

import io.bellamy.adaptation.RunNoise.Outliers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Learns from repetitions how far the runs of a configuration lie apart, robustly. */
public final class RunNoiseFit {

    /** Of normally distributed numbers the median of the absolute values is the deviation divided by this. */
    private static final double MEDIAN_TO_DEVIATION = 1.4826;

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

    /** Adds the ln runtimes of one configuration; a single run says nothing. */
    public void add(int scaleOut, double[] logRuntimes) {
        int runs = logRuntimes.length;
        if (runs < 2) {
            return;
        }
        double median = median(logRuntimes);
        for (double log : logRuntimes) {
            deviations
                    .computeIfAbsent(scaleOut, x -> new ArrayList<>())
                    .add((log - median) * Math.sqrt((double) runs / (runs - 1)));
        }
    }

    /** What was learned, with the outliers at some scale-outs (ln x, increasing, at least one). */
    public RunNoise fit(List<Double> knots) {
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
        List<Outliers> outliers = new ArrayList<>();
        for (int knot = 0; knot < knots.size(); knot++) {
            outliers.add(outliers(knots, knot, FAR * usual));
        }
        return new RunNoise(usual, outliers);
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

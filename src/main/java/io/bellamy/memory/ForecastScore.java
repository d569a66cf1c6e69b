package io.bellamy.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * How good probabilities were that something would happen.
 *
 * @param runs how many they were about
 * @param brier the mean of the squared difference from what came (1 where it happened, else 0); less is better
 * @param baseBrier that of the share of runs to which it happened, told of every run
 * @param logLoss the mean of -ln of the probability of what came; less is better
 * @param baseLogLoss that of the share
 * @param bins how often it happened where about so much was told
 */
public record ForecastScore(
        int runs, double brier, double baseBrier, double logLoss, double baseLogLoss, List<Bin> bins) {

    private static final double[] EDGES = {0.05, 0.25, 0.75, 0.95, 1.1};

    /** No probability is taken for surer. */
    private static final double SUREST = 1e-4;

    public ForecastScore {
        bins = List.copyOf(bins);
    }

    /**
     * Runs of which about as much was told.
     *
     * @param runs how many
     * @param told the mean probability
     * @param happened the share to which it happened
     */
    public record Bin(int runs, double told, double happened) {}

    /**
     * What was told of a run.
     *
     * @param chance the probability
     * @param happened what came
     * @param base the share of the other runs to which it happened
     */
    record ToldChance(double chance, boolean happened, double base) {}

    static ForecastScore of(List<ToldChance> forecasts) {
        List<Bin> bins = new ArrayList<>();
        double low = 0;
        for (double high : EDGES) {
            double least = low;
            List<ToldChance> inside = forecasts.stream()
                    .filter(one -> one.chance() >= least && one.chance() < high)
                    .toList();
            if (!inside.isEmpty()) {
                bins.add(new Bin(
                        inside.size(),
                        inside.stream()
                                .mapToDouble(ToldChance::chance)
                                .average()
                                .orElseThrow(),
                        inside.stream()
                                .mapToDouble(one -> one.happened() ? 1 : 0)
                                .average()
                                .orElseThrow()));
            }
            low = high;
        }
        return new ForecastScore(
                forecasts.size(),
                mean(forecasts.stream()
                        .mapToDouble(one -> squared(one.chance(), one))
                        .toArray()),
                mean(forecasts.stream()
                        .mapToDouble(one -> squared(one.base(), one))
                        .toArray()),
                mean(forecasts.stream()
                        .mapToDouble(one -> loss(one.chance(), one))
                        .toArray()),
                mean(forecasts.stream()
                        .mapToDouble(one -> loss(one.base(), one))
                        .toArray()),
                bins);
    }

    private static double squared(double chance, ToldChance one) {
        return Math.pow(chance - (one.happened() ? 1 : 0), 2);
    }

    private static double loss(double chance, ToldChance one) {
        double ofWhatCame = one.happened() ? chance : 1 - chance;
        return -Math.log(Math.min(1, Math.max(SUREST, ofWhatCame)));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }
}

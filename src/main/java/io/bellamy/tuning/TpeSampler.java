package io.bellamy.tuning;

import io.bellamy.tuning.ParameterRange.Choices;
import io.bellamy.tuning.ParameterRange.NumericRange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The tree-structured Parzen estimator (Bergstra, Bardenet, Bengio, Kegl: Algorithms for Hyper-Parameter Optimization,
 * NeurIPS 2011, section 4), each parameter on its own, with the behaviour of Optuna 2.3.0: the finished trials are split
 * into the best few and the others, a distribution is fitted to either, candidates are drawn from that of the best, l,
 * and the one with the largest ratio l/g wins (of equal ones the first drawn).
 *
 * <p>Trials still running count among the others, as if they had the worst value (the constant liar of Ginsbourger, Le
 * Riche, Carraro, 2010), so that suggestions made side by side differ. A trial with the value NaN counts as worst.
 */
public final class TpeSampler implements Sampler {

    /** The number of trials that count as the best at most. */
    private static final int MOST_BEST = 25;

    private final TpeOptions options;

    /**
     * Settings of the sampler.
     *
     * @param startupTrials while fewer trials than this have finished, parameters are drawn uniformly; 0 or more
     * @param eiCandidates candidates drawn for each parameter, 1 or more
     * @param parzen how distributions are fitted
     */
    public record TpeOptions(int startupTrials, int eiCandidates, ParzenOptions parzen) {

        /** The defaults of Optuna 2.3.0. */
        public static final TpeOptions DEFAULTS = new TpeOptions(10, 24, ParzenOptions.DEFAULTS);

        /** @throws IllegalArgumentException if a number is too small */
        public TpeOptions {
            if (startupTrials < 0) {
                throw new IllegalArgumentException("start-up trials are %s: 0 or more".formatted(startupTrials));
            }
            if (eiCandidates < 1) {
                throw new IllegalArgumentException("candidates are %s: 1 or more".formatted(eiCandidates));
            }
            Objects.requireNonNull(parzen, "parzen");
        }
    }

    public TpeSampler(TpeOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    @Override
    public Map<String, Double> suggest(
            SearchSpace space, List<Observation> finished, List<Trial> pending, RandomGenerator random) {
        if (finished.size() < options.startupTrials()) {
            return space.fill(parameter -> parameter.range().draw(random));
        }
        Comparator<Observation> bestFirst = Comparator.comparingDouble(Observation::value)
                .thenComparingInt(seen -> seen.trial().number());
        List<Trial> ranked =
                finished.stream().sorted(bestFirst).map(Observation::trial).toList();
        int best = bestCount(ranked.size());
        List<Trial> below = byNumber(ranked.stream().limit(best));
        List<Trial> above = byNumber(Stream.concat(ranked.stream().skip(best), pending.stream()));
        return space.fill(parameter -> propose(parameter, below, above, random));
    }

    /** How many of n finished trials count as the best: min(ceil(0.1 n), 25), Optuna's gamma. */
    static int bestCount(int n) {
        return (int) Math.min(Math.ceil(0.1 * n), MOST_BEST);
    }

    private static List<Trial> byNumber(Stream<Trial> trials) {
        return trials.sorted(Comparator.comparingInt(Trial::number)).toList();
    }

    private double propose(Parameter parameter, List<Trial> below, List<Trial> above, RandomGenerator random) {
        if (parameter.range() instanceof NumericRange range) {
            return range.fromAxis(
                    winner(fit(range, parameter.name(), below), fit(range, parameter.name(), above), random));
        }
        Choices choices = (Choices) parameter.range();
        double index = winner(fit(choices, parameter.name(), below), fit(choices, parameter.name(), above), random);
        return choices.values().get((int) index);
    }

    private Estimator fit(Choices choices, String name, List<Trial> trials) {
        List<Integer> indices = trials.stream()
                .map(trial -> choices.indexOf(trial.parameter(name)))
                .toList();
        return CategoricalEstimator.fit(
                indices, choices.values().size(), options.parzen().priorWeight());
    }

    private Estimator fit(NumericRange range, String name, List<Trial> trials) {
        List<Double> places = trials.stream()
                .map(trial -> range.toAxis(trial.parameter(name)))
                .toList();
        // on a log axis whole numbers lie at uneven distances: there the density itself is compared, as in Optuna
        boolean integer = range.integer() && !range.log();
        return ParzenEstimator.fit(places, range.axisLow(), range.axisHigh(), integer, options.parzen());
    }

    private double winner(Estimator good, Estimator bad, RandomGenerator random) {
        double winner = good.sample(random);
        double highest = good.logDensity(winner) - bad.logDensity(winner);
        for (int i = 1; i < options.eiCandidates(); i++) {
            double candidate = good.sample(random);
            double ratio = good.logDensity(candidate) - bad.logDensity(candidate);
            if (ratio > highest) {
                winner = candidate;
                highest = ratio;
            }
        }
        return winner;
    }
}

package io.bellamy.process;

import io.bellamy.adaptation.RuntimeDistribution.Component;
import io.bellamy.numerics.CholeskyFactor;
import java.util.ArrayList;
import java.util.List;

/**
 * A few runs, conditioned on exactly: every possibility which of them are stragglers, with its probability. Never changed.
 */
final class StragglerMixture {

    private static final double NEGLIGIBLE = 1e-7;
    private static final double LEAST_VARIANCE = 1e-9;

    private final RunScatter scatter;
    private final List<VarianceDoubt> nuggets;
    private final List<Possibility> possibilities = new ArrayList<>();

    /** Which of the runs are stragglers, and how probable that is. */
    private static final class Possibility {
        private final double log;
        private final double probability;
        private final CholeskyFactor factor;
        private final double[] whitened;

        Possibility(double log, double probability, CholeskyFactor factor, double[] whitened) {
            this.log = log;
            this.probability = probability;
            this.factor = factor;
            this.whitened = whitened;
        }

        double log() {
            return log;
        }

        double probability() {
            return probability;
        }

        CholeskyFactor factor() {
            return factor;
        }

        double[] whitened() {
            return whitened;
        }
    }

    /**
     * Conditions on runs.
     *
     * @param covariance of their configurations' medians, on and above the diagonal
     * @param surprises ln seconds beyond what the medians are expected to be
     * @throws ArithmeticException if it can't be done with these numbers
     */
    StragglerMixture(double[][] covariance, List<Double> surprises, RunScatter scatter, HeldOutSpread spread) {
        this.scatter = scatter;
        this.nuggets = spread.nuggets(scatter.variance());
        List<Possibility> all = new ArrayList<>();
        double most = Double.NEGATIVE_INFINITY;
        for (int subset = 0; subset < (scatter.share() > 0 ? 1 << surprises.size() : 1); subset++) {
            Possibility possibility = possibility(covariance, surprises, subset);
            all.add(possibility);
            most = Math.max(most, possibility.log());
        }
        double sum = 0;
        for (Possibility possibility : all) {
            sum += Math.exp(possibility.log() - most);
        }
        for (Possibility possibility : all) {
            double probability = Math.exp(possibility.log() - most) / sum;
            if (probability > NEGLIGIBLE) {
                possibilities.add(
                        new Possibility(possibility.log(), probability, possibility.factor(), possibility.whitened()));
            }
        }
    }

    private Possibility possibility(double[][] covariance, List<Double> surprises, int subset) {
        int runs = surprises.size();
        double[][] own = new double[runs][runs];
        double[] distances = new double[runs];
        double log = 0;
        for (int i = 0; i < runs; i++) {
            boolean straggler = (subset >> i & 1) == 1;
            System.arraycopy(covariance[i], i, own[i], i, runs - i);
            own[i][i] = Math.max(LEAST_VARIANCE, own[i][i])
                    + (straggler ? scatter.stragglerVariance() : scatter.variance());
            distances[i] = surprises.get(i) - (straggler ? scatter.shift() : 0);
            log += Math.log(straggler ? scatter.share() : 1 - scatter.share());
        }
        CholeskyFactor factor = CholeskyFactor.of(own)
                .orElseThrow(() -> new ArithmeticException("the covariance is not positive definite"));
        return new Possibility(log + factor.logDensity(distances), 0, factor, factor.whiten(distances));
    }

    /**
     * Where the median of usual runs of a configuration may be.
     *
     * @param mean of its configuration's median without the runs, ln seconds
     * @param variance of that
     * @param covariances with the medians of the runs
     * @param factors of what of the variance is left
     */
    List<Component> at(double mean, double variance, double[] covariances, List<VarianceDoubt> factors) {
        List<Component> medians = new ArrayList<>();
        for (Possibility possibility : possibilities) {
            double[] weights = possibility.factor().whiten(covariances);
            double at = mean;
            double left = variance;
            for (int i = 0; i < weights.length; i++) {
                at += weights[i] * possibility.whitened()[i];
                left -= weights[i] * weights[i];
            }
            left = Math.max(LEAST_VARIANCE, left);
            for (VarianceDoubt factor : factors) {
                for (VarianceDoubt nugget : nuggets) {
                    double probability = possibility.probability() * factor.probability() * nugget.probability();
                    medians.add(new Component(probability, at, factor.factor() * left + nugget.factor()));
                }
            }
        }
        return List.copyOf(medians);
    }
}

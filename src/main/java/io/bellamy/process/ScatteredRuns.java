package io.bellamy.process;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.adaptation.RuntimeDistribution.Component;
import java.util.ArrayList;
import java.util.List;

/**
 * How runs lie about the medians of usual ones, of which a mixture says where they may be. Never changed.
 */
final class ScatteredRuns {

    private final RunScatter scatter;
    private final List<Noise> noises = new ArrayList<>();

    /**
     * What the noise may be.
     *
     * @param variance of usual runs
     * @param probability of that
     * @param late by how much the median of all runs is above that of usual ones, ln seconds
     */
    private record Noise(double variance, double probability, double late) {}

    ScatteredRuns(RunScatter scatter) {
        this.scatter = scatter;
        for (VarianceDoubt doubt : scatter.doubts()) {
            double variance = doubt.factor() * scatter.variance();
            noises.add(new Noise(variance, doubt.probability(), late(variance)));
        }
    }

    private double late(double variance) {
        if (scatter.share() == 0) {
            return 0;
        }
        return Math.log(RuntimeDistribution.mixture(List.of(usual(1, 0, variance), stragglers(1, 0, variance)))
                .median());
    }

    /**
     * Runs about medians of usual ones.
     *
     * @param medians where these may be
     */
    List<Component> runs(List<Component> medians) {
        List<Component> runs = new ArrayList<>();
        for (Component median : medians) {
            for (Noise noise : noises) {
                Component spread = spread(median, noise);
                double variance = spread.variance() + noise.variance();
                runs.add(usual(spread.weight(), spread.mean(), variance));
                if (scatter.share() > 0) {
                    runs.add(stragglers(spread.weight(), spread.mean(), variance));
                }
            }
        }
        return List.copyOf(runs);
    }

    /** Where the median of all runs may be, stragglers included. */
    List<Component> medians(List<Component> medians) {
        List<Component> all = new ArrayList<>();
        for (Component median : medians) {
            for (Noise noise : noises) {
                Component spread = spread(median, noise);
                all.add(new Component(spread.weight(), spread.mean() + noise.late(), spread.variance()));
            }
        }
        return List.copyOf(all);
    }

    /** The runs that are known are as uncertain as the one that is asked about. */
    private Component spread(Component median, Noise noise) {
        double more = Math.max(0, noise.variance() - scatter.variance())
                * Math.min(1, median.variance() / scatter.variance());
        return new Component(median.weight() * noise.probability(), median.mean(), median.variance() + more);
    }

    private Component usual(double weight, double median, double variance) {
        return new Component(weight * (1 - scatter.share()), median, variance);
    }

    private Component stragglers(double weight, double median, double variance) {
        double more = scatter.stragglerVariance() - scatter.variance();
        return new Component(weight * scatter.share(), median + scatter.shift(), variance + more);
    }
}

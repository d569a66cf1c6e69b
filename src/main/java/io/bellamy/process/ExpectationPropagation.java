package io.bellamy.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the runs of cells tell together, each replaced by a normal distribution of its own that serves as well: stragglers
 * count as far as they are none, and runs that were stopped by what they exceeded. T. P. Minka: Expectation propagation for
 * approximate Bayesian inference. UAI 2001.
 */
final class ExpectationPropagation {

    private static final int MOST_SWEEPS = 15;
    private static final double DAMPED = 0.7;

    /** In deviations of runs. */
    private static final double CLOSE = 0.02;

    private static final double LEAST_PRECISION = 1e-6;

    private final double[][] prior;
    private final List<RunSite> sites = new ArrayList<>();
    private final RunScatter scatter;
    private final double[] precisions;
    private final double[] shifts;

    /** A run with what it is replaced by: its natural parameters. */
    private static final class RunSite {
        private final int cell;
        private final RunLikelihood likelihood;
        private final RunLikelihood.MedianBelief start;
        private double precision;
        private double shift;
        private boolean settled;
        private boolean straggles;

        /** As if it were none of the stragglers. */
        void clear() {
            precision = 1 / start.variance();
            shift = start.mean() / start.variance();
        }

        RunSite(int cell, RunLikelihood likelihood, RunLikelihood.MedianBelief start) {
            this.start = start;
            this.cell = cell;
            this.likelihood = likelihood;
            clear();
        }
    }

    /** What cells tell of their medians: values in ln seconds above the mean, and variances, how sure each is. */
    static final class CellReadings {
        private final double[] values;
        private final double[] variances;

        CellReadings(double[] values, double[] variances) {
            this.values = values;
            this.variances = variances;
        }

        double[] values() {
            return values;
        }

        double[] variances() {
            return variances;
        }
    }

    private ExpectationPropagation(double[][] prior, List<Cell> cells, double mean, RunScatter scatter) {
        this.prior = prior;
        this.scatter = scatter;
        this.precisions = new double[cells.size()];
        this.shifts = new double[cells.size()];
        for (int cell = 0; cell < cells.size(); cell++) {
            for (double log : cells.get(cell).logs()) {
                RunLikelihood likelihood = new RunLikelihood(log - mean, false, scatter);
                sites.add(
                        new RunSite(cell, likelihood, new RunLikelihood.MedianBelief(log - mean, scatter.variance())));
            }
            for (double limit : cells.get(cell).limits()) {
                // at first it tells nothing
                sites.add(new RunSite(
                        cell,
                        new RunLikelihood(limit - mean, true, scatter),
                        new RunLikelihood.MedianBelief(limit - mean, 1 / LEAST_PRECISION)));
            }
        }
    }

    /**
     * Works out what cells tell.
     *
     * @param prior the covariance of their medians, on and above the diagonal, which stays as it is
     * @throws ArithmeticException if it can't be done with these numbers
     */
    static CellReadings of(double[][] prior, List<Cell> cells, double mean, RunScatter scatter) {
        ExpectationPropagation propagation = new ExpectationPropagation(prior, cells, mean, scatter);
        propagation.start(cells);
        boolean stopped = cells.stream().anyMatch(cell -> !cell.limits().isEmpty());
        if (stopped || scatter.share() > 0) {
            propagation.sweeps();
            if (scatter.share() > 0 && propagation.settle(cells)) {
                propagation.sweeps();
            }
        }
        return propagation.told();
    }

    /** Small jobs in which stragglers may be many begin with the best explanation of all. */
    private void start(List<Cell> cells) {
        collect();
        if (scatter.share() > 0) {
            CellInverse posterior = posterior();
            new StragglerGuess(cells, posterior, precisions, scatter)
                    .stragglers()
                    .forEach(cell -> sites.stream()
                            .filter(site -> site.cell == cell)
                            .forEach(site -> {
                                double value = site.shift / site.precision - scatter.shift();
                                site.precision = 1 / scatter.stragglerVariance();
                                site.shift = value * site.precision;
                            }));
            collect();
        }
    }

    private void sweeps() {
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            if (sweep(sweep < 2 ? 1 : DAMPED) < CLOSE * scatter.deviation()) {
                return;
            }
        }
    }

    /** Takes jobs for ones without stragglers that are explained better so; were there any? */
    private boolean settle(List<Cell> cells) {
        boolean[] taken = new boolean[cells.size()];
        for (RunSite site : sites) {
            taken[site.cell] |= site.straggles;
        }
        // as if there were none, for the comparison
        List<RunSite> cleared = sites.stream().filter(site -> site.straggles).toList();
        List<Double> before = cleared.stream()
                .flatMap(site -> Stream.of(site.precision, site.shift))
                .toList();
        cleared.forEach(RunSite::clear);
        collect();
        CellInverse posterior = posterior();
        List<Integer> without = new StragglerGuess(cells, posterior, precisions, scatter).withoutStragglers(taken);
        for (int i = 0; i < cleared.size(); i++) {
            cleared.get(i).precision = before.get(2 * i);
            cleared.get(i).shift = before.get(2 * i + 1);
        }
        sites.stream().filter(site -> without.contains(site.cell)).forEach(site -> {
            site.clear();
            site.settled = true;
        });
        collect();
        return !without.isEmpty();
    }

    private void collect() {
        Arrays.fill(precisions, 0);
        Arrays.fill(shifts, 0);
        for (RunSite site : sites) {
            precisions[site.cell] += site.precision;
            shifts[site.cell] += site.shift;
        }
    }

    private CellInverse posterior() {
        int size = precisions.length;
        double[][] covariance = new double[size][];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            covariance[i] = prior[i].clone();
            covariance[i][i] += 1 / precisions[i];
            values[i] = shifts[i] / precisions[i];
        }
        return new CellInverse(covariance, values);
    }

    /** Replaces every run anew; tells by how much the medians moved at most. */
    private double sweep(double damping) {
        CellInverse posterior = posterior();
        double moved = 0;
        for (RunSite site : sites) {
            if (site.settled) {
                continue;
            }
            int i = site.cell;
            double variance = 1 / precisions[i] - posterior.precision(i) / (precisions[i] * precisions[i]);
            double mean = shifts[i] / precisions[i] - posterior.weight(i) / precisions[i];
            double precision = 1 / variance - site.precision;
            if (!(variance > 0) || !(precision > LEAST_PRECISION)) {
                continue;
            }
            RunLikelihood.MedianBelief without =
                    new RunLikelihood.MedianBelief((mean / variance - site.shift) / precision, 1 / precision);
            site.straggles = site.likelihood.straggling(without) > 0.5;
            RunLikelihood.MedianBelief with = site.likelihood.times(without);
            double own = 1 / with.variance() - precision;
            double shift = with.mean() / with.variance() - without.mean() * precision;
            if (!(own > LEAST_PRECISION)) {
                if (!site.likelihood.atLeast()) {
                    // undecided between the two: nothing normal serves as well, and what it was serves for now
                    continue;
                }
                // stopped long before anybody expected its end: it tells nothing
                own = LEAST_PRECISION;
                shift = own * with.mean();
            }
            moved = Math.max(moved, Math.abs(with.mean() - mean));
            site.precision += damping * (own - site.precision);
            site.shift += damping * (shift - site.shift);
        }
        collect();
        return moved;
    }

    private CellReadings told() {
        double[] values = new double[precisions.length];
        double[] variances = new double[precisions.length];
        for (int i = 0; i < values.length; i++) {
            variances[i] = 1 / precisions[i];
            values[i] = shifts[i] / precisions[i];
        }
        return new CellReadings(values, variances);
    }
}

package io.bellamy.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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

    private final double[][] prior;
    private final List<Cell> cells;
    private final RunScatter scatter;
    private final double mean;

    /** Of each cell: its runs, and each that was stopped. */
    private final List<List<MedianSite>> sites = new ArrayList<>();

    private final double[] precisions;
    private final double[] shifts;

    /** What all tell together, until one of them tells something else. */
    private Optional<CellInverse> together = Optional.empty();

    private ExpectationPropagation(
            double[][] prior, List<Cell> cells, double mean, RunScatter scatter, Predicate<RunPlace> anyTime) {
        this.prior = prior;
        this.cells = cells;
        this.scatter = scatter;
        this.mean = mean;
        this.precisions = new double[cells.size()];
        this.shifts = new double[cells.size()];
        for (int i = 0; i < prior.length; i++) {
            sites.add(sites(i, anyTime.test(cells.get(i).place()) ? scatter.ofAnyTime() : scatter));
        }
    }

    private List<MedianSite> sites(int cell, RunScatter lying) {
        return MedianEvidence.of(cells.get(cell), mean, lying).stream()
                .map(runs -> new MedianSite(runs, prior[cell][cell]))
                .toList();
    }

    /**
     * Works out what cells tell.
     *
     * @param prior the covariance of their medians, on and above the diagonal, which stays as it is
     * @param anyTime of which runs it is believed that they might have taken any time
     * @throws ArithmeticException if it can't be done with these numbers
     */
    static CellReadings of(
            double[][] prior, List<Cell> cells, double mean, RunScatter scatter, Predicate<RunPlace> anyTime) {
        return converged(prior, cells, mean, scatter, anyTime).told();
    }

    /**
     * The same if there are no stragglers, but for cells that lie so far off that they must be.
     *
     * @throws ArithmeticException if it can't be done with these numbers
     */
    static CellReadings withoutFar(
            double[][] prior, List<Cell> cells, double mean, RunScatter scatter, Predicate<RunPlace> anyTime) {
        ExpectationPropagation propagation = converged(prior, cells, mean, scatter, anyTime);
        FarCells.read(cells, propagation);
        return propagation.told();
    }

    private static ExpectationPropagation converged(
            double[][] prior, List<Cell> cells, double mean, RunScatter scatter, Predicate<RunPlace> anyTime) {
        ExpectationPropagation propagation = new ExpectationPropagation(prior, cells, mean, scatter, anyTime);
        propagation.start();
        boolean stopped = cells.stream().anyMatch(cell -> !cell.limits().isEmpty());
        if (stopped || scatter.share() > 0) {
            propagation.sweeps();
            if (scatter.share() > 0) {
                propagation.settle();
            }
        }
        return propagation;
    }

    /** A cell's runs may be stragglers after all. */
    void doubt(int cell) {
        read(cell, scatter.withAnyStragglers());
    }

    /** They are none. */
    void trust(int cell) {
        read(cell, scatter);
    }

    private void read(int cell, RunScatter lying) {
        sites.set(cell, sites(cell, lying));
        collect();
        // what it was read as before has no part in that
        MedianBelief whole = whole(posterior(), cell);
        sites.get(cell).forEach(site -> site.replace(whole, 1));
        collect();
    }

    /** Small jobs in which stragglers may be many begin with the best explanation of all. */
    private void start() {
        collect();
        if (scatter.share() > 0) {
            List<Integer> stragglers = guess().ofSmallJobs();
            if (!stragglers.isEmpty()) {
                stragglers.forEach(cell -> sites.get(cell).forEach(MedianSite::straggle));
                collect();
            }
        }
    }

    private StragglerGuess guess() {
        return new StragglerGuess(cells, posterior(), told(), ifUsual(), scatter);
    }

    private void sweeps() {
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            if (sweep(sweep < 2 ? 1 : DAMPED) < CLOSE * scatter.deviation()) {
                return;
            }
        }
    }

    /** Looks again at runs that have told each other what they are, and at whole jobs. */
    private void settle() {
        StragglerGuess guess = guess();
        boolean changed = false;
        for (Map.Entry<Integer, Boolean> lone : guess.atRareScaleOuts().entrySet()) {
            MedianSite site = sites.get(lone.getKey()).get(0);
            if (site.straggles() != lone.getValue()) {
                site.begin(lone.getValue());
                changed = true;
            }
        }
        if (changed) {
            collect();
            sweeps();
        }
        boolean[] taken = new boolean[precisions.length];
        for (int cell = 0; cell < taken.length; cell++) {
            taken[cell] = sites.get(cell).stream().anyMatch(MedianSite::straggles);
        }
        List<Integer> without = guess().withoutStragglers(taken);
        if (!without.isEmpty()) {
            without.stream()
                    .filter(cell -> taken[cell])
                    .flatMap(cell -> sites.get(cell).stream())
                    .forEach(MedianSite::settle);
            collect();
            sweeps();
        }
    }

    /** What cells tell if there are no stragglers. */
    private CellReadings ifUsual() {
        double[] values = new double[precisions.length];
        double[] variances = new double[precisions.length];
        for (int cell = 0; cell < values.length; cell++) {
            double precision = 0;
            for (MedianSite site : sites.get(cell)) {
                MedianBelief usual = site.ifUsual();
                precision += 1 / usual.variance();
                values[cell] += usual.mean() / usual.variance();
            }
            values[cell] /= precision;
            variances[cell] = 1 / precision;
        }
        return new CellReadings(values, variances);
    }

    private void collect() {
        together = Optional.empty();
        for (int cell = 0; cell < precisions.length; cell++) {
            precisions[cell] =
                    sites.get(cell).stream().mapToDouble(MedianSite::precision).sum();
            shifts[cell] =
                    sites.get(cell).stream().mapToDouble(MedianSite::shift).sum();
        }
    }

    /** What all tell together, as they are read now. */
    CellInverse posterior() {
        CellInverse posterior = together.orElseGet(this::computed);
        together = Optional.of(posterior);
        return posterior;
    }

    private CellInverse computed() {
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
        for (int cell = 0; cell < precisions.length; cell++) {
            MedianBelief whole = whole(posterior, cell);
            for (MedianSite site : sites.get(cell)) {
                moved = Math.max(moved, site.replace(whole, damping));
            }
        }
        collect();
        return moved;
    }

    /** What is known of a cell's median. */
    private MedianBelief whole(CellInverse posterior, int cell) {
        double precision = precisions[cell];
        return new MedianBelief(
                shifts[cell] / precision - posterior.weight(cell) / precision,
                1 / precision - posterior.precision(cell) / (precision * precision));
    }

    /** What cells tell, as they are read now. */
    CellReadings told() {
        double[] values = new double[precisions.length];
        double[] variances = new double[precisions.length];
        for (int i = 0; i < values.length; i++) {
            variances[i] = 1 / precisions[i];
            values[i] = shifts[i] / precisions[i];
        }
        return new CellReadings(values, variances);
    }
}

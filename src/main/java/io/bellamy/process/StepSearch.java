package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.process.LevelSteps.JobStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for days from which on a job takes another time. A level that changes now and then has no such step in it, and a process
 * learned before one has seen nothing like it. Each job is seen by all others and by its own runs before a day; those since
 * then must be so much likelier with a step that it is certain.
 */
final class StepSearch {

    /** Two nights may be chance. */
    private static final int FEWEST = 3;

    private final List<Cell> cells;
    private final CellReadings told;
    private final CellInverse together;
    private final double mean;
    private final RunScatter scatter;

    /**
     * Prepares it.
     *
     * @param told what cells tell
     * @param together they
     * @param mean of all, ln seconds
     * @param scatter how runs lie
     */
    StepSearch(List<Cell> cells, CellReadings told, CellInverse together, double mean, RunScatter scatter) {
        this.cells = cells;
        this.told = told;
        this.together = together;
        this.mean = mean;
        this.scatter = scatter.share() > 0 ? scatter : scatter.withAnyStragglers();
    }

    private record WeighedStep(JobStep step, double gain) {}

    /** At most one of each job. */
    List<JobStep> steps() {
        List<JobStep> steps = new ArrayList<>();
        Cells.numbersByJob(cells).forEach((job, numbers) -> step(job, numbers).ifPresent(steps::add));
        return steps;
    }

    private double day(int cell) {
        return cells.get(cell).place().day();
    }

    private Optional<JobStep> step(List<String> job, List<Integer> numbers) {
        List<Integer> own = numbers.stream()
                .filter(cell -> !Double.isNaN(day(cell)))
                .sorted(Comparator.comparingDouble(this::day))
                .toList();
        if (own.size() < 2 * FEWEST) {
            return Optional.empty();
        }
        return together.without(own).flatMap(seen -> {
            double[] surprises = new double[own.size()];
            for (int i = 0; i < surprises.length; i++) {
                surprises[i] = seen.surprise(i);
            }
            return CholeskyFactor.of(seen.covariance())
                    .flatMap(factor -> candidates(job, own, factor, factor.whiten(surprises)).stream()
                            .max(Comparator.comparingDouble(WeighedStep::gain))
                            .filter(best -> best.gain() > StragglerSearch.CERTAIN)
                            .map(WeighedStep::step));
        });
    }

    private List<WeighedStep> candidates(
            List<String> job, List<Integer> own, CholeskyFactor factor, double[] whitened) {
        List<WeighedStep> candidates = new ArrayList<>();
        for (int first = FEWEST; first <= own.size() - FEWEST; first++) {
            double day = day(own.get(first));
            if (day > day(own.get(first - 1))) {
                double gain = since(first, own, factor, whitened).gain();
                candidates.add(new WeighedStep(new JobStep(job, day), gain));
            }
        }
        return candidates;
    }

    private LaterRuns since(int first, List<Integer> own, CholeskyFactor factor, double[] whitened) {
        int size = own.size() - first;
        double[] expected = new double[size];
        double[] variances = new double[size];
        List<Cell> later = new ArrayList<>();
        double trace = 0;
        for (int i = 0; i < size; i++) {
            int cell = own.get(first + i);
            later.add(cells.get(cell));
            double variance = factor.varianceBeside(first, first + i);
            trace += variance;
            expected[i] = mean + told.values()[cell] - factor.surpriseBeside(first, first + i, whitened);
            variances[i] = variance - told.variances()[cell];
        }
        double common = (factor.varianceOfSumBeside(first) - trace) / (size * (size - 1.0));
        return new LaterRuns(later, expected, variances, common, scatter);
    }
}

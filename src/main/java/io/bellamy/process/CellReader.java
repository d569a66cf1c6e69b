package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.process.LevelSteps.JobStep;
import java.util.List;
import java.util.function.Predicate;

/** Finds out what cells tell: of which jobs the level made a step, which runs are stragglers, and which hung. */
final class CellReader {

    /** What is less probable has no part in an answer. */
    private static final double WORTH_A_PART = 0.1;

    /** So many of each job, at most. */
    private static final int MOST_STEPS = 3;

    private final RunProcess process;
    private final RunKernel kernel;
    private final List<Cell> cells;

    /** Prepares it. */
    CellReader(RunProcess process, RunKernel kernel, List<Cell> cells) {
        this.process = process;
        this.kernel = kernel;
        this.cells = cells;
    }

    /**
     * What was found.
     *
     * @param possible of which jobs the newest runs tell nothing, since they may be the first after a step
     * @param told what the cells tell
     * @param factor of the covariance of that
     */
    record KnownCells(LevelSteps steps, List<PossibleStep> possible, CellReadings told, CholeskyFactor factor) {

        KnownCells {
            possible = List.copyOf(possible);
        }
    }

    /** @throws ArithmeticException if it can't be done with these numbers */
    KnownCells read() {
        KnownCells known = read(LevelSteps.NONE, List.of());
        if (process.columns().days().isEmpty()) {
            return known;
        }
        StepSearch search = search(known);
        List<JobStep> more = search.steps();
        for (int round = 0; round < MOST_STEPS && !more.isEmpty(); round++) {
            known = read(known.steps().and(more), List.of());
            search = search(known);
            more = search.steps();
        }
        return search.possible(WORTH_A_PART).isEmpty() ? known : undecided(known);
    }

    private KnownCells undecided(KnownCells known) {
        NewestRuns newest = new NewestRuns(cells);
        List<PossibleStep> possible =
                search(read(known.steps(), List.of(), newest::has)).possible(WORTH_A_PART);
        return possible.isEmpty() ? known : read(known.steps(), possible);
    }

    private StepSearch search(KnownCells known) {
        CellInverse together = new CellInverse(known.factor(), known.told().values());
        return new StepSearch(cells, known.told(), together, process.mean(), process.scatter(), this::doubts);
    }

    private List<RunDoubt> doubts(List<String> job) {
        RunScatter scatter = process.scatter();
        double freedom = process.noises().of(job, scatter).freedom();
        return RunDoubt.all(scatter.with(scatter.deviation(), freedom), process.spread());
    }

    /**
     * As if one of the steps were made that may have been, and as before what concerns the others.
     *
     * @throws ArithmeticException if it can't be done with these numbers
     */
    KnownCells with(PossibleStep step, KnownCells known) {
        return read(
                known.steps().and(List.of(step.step())),
                known.possible().stream().filter(other -> !other.equals(step)).toList());
    }

    private KnownCells read(LevelSteps steps, List<PossibleStep> possible) {
        return read(steps, possible, place -> possible.stream().anyMatch(step -> step.isSince(place)));
    }

    private KnownCells read(LevelSteps steps, List<PossibleStep> possible, Predicate<RunPlace> anyTime) {
        double[][] covariance = covariance(steps);
        CellReadings told = ExpectationPropagation.of(covariance, cells, process.mean(), process.scatter(), anyTime);
        CholeskyFactor factor = factor(covariance, told);
        if (process.scatter().share() == 0 && FarCells.any(factor, told)) {
            covariance = covariance(steps);
            told = ExpectationPropagation.withoutFar(covariance, cells, process.mean(), process.scatter(), anyTime);
            factor = factor(covariance, told);
        }
        return new KnownCells(steps, possible, told, factor);
    }

    /** Of what cells tell, made of the covariance of their medians. */
    private static CholeskyFactor factor(double[][] covariance, CellReadings told) {
        for (int i = 0; i < covariance.length; i++) {
            covariance[i][i] += told.variances()[i];
        }
        return CholeskyFactor.of(covariance)
                .orElseThrow(() -> new ArithmeticException("the covariance is not positive definite"));
    }

    /** Of the cells' medians, on and above the diagonal. */
    private double[][] covariance(LevelSteps steps) {
        double[][] covariance = new double[cells.size()][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            RunPlace one = cells.get(i).place();
            for (int j = i; j < cells.size(); j++) {
                RunPlace other = cells.get(j).place();
                covariance[i][j] = kernel.covariance(one, other) + steps.covariance(one, other);
            }
        }
        return covariance;
    }
}

package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.process.LevelSteps.JobStep;
import java.util.List;

/** Finds out what cells tell: of which jobs the level made a step, which runs are stragglers, and which hung. */
final class CellReader {

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
     * @param told what the cells tell
     * @param factor of the covariance of that
     */
    record KnownCells(LevelSteps steps, CellReadings told, CholeskyFactor factor) {}

    /** @throws ArithmeticException if it can't be done with these numbers */
    KnownCells read() {
        KnownCells known = read(LevelSteps.NONE);
        for (int round = 0; round < MOST_STEPS && process.columns().days().isPresent(); round++) {
            CellInverse together = new CellInverse(known.factor(), known.told().values());
            List<JobStep> more =
                    new StepSearch(cells, known.told(), together, process.mean(), process.scatter()).steps();
            if (more.isEmpty()) {
                break;
            }
            known = read(known.steps().and(more));
        }
        return known;
    }

    private KnownCells read(LevelSteps steps) {
        double[][] covariance = covariance(steps);
        CellReadings told = ExpectationPropagation.of(covariance, cells, process.mean(), process.scatter());
        CholeskyFactor factor = factor(covariance, told);
        if (process.scatter().share() == 0 && FarCells.any(factor, told)) {
            covariance = covariance(steps);
            told = ExpectationPropagation.withoutFar(covariance, cells, process.mean(), process.scatter());
            factor = factor(covariance, told);
        }
        return new KnownCells(steps, told, factor);
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

package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.Vectors;
import java.util.List;

/** Cells that are known, with all that can be computed of them once. Never changed. */
final class Surroundings {

    private final RunKernel kernel;
    private final List<Cell> cells;
    private final CholeskyFactor factor;
    private final double[] whitened;

    /** @throws ArithmeticException if it can't be done with these numbers */
    Surroundings(RunProcess process, RunKernel kernel, List<Cell> cells) {
        this.kernel = kernel;
        this.cells = List.copyOf(cells);
        int size = cells.size();
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                covariance[i][j] =
                        kernel.covariance(cells.get(i).place(), cells.get(j).place());
            }
        }
        ExpectationPropagation.CellReadings told =
                ExpectationPropagation.of(covariance, cells, process.mean(), process.scatter());
        for (int i = 0; i < size; i++) {
            covariance[i][i] += told.variances()[i];
        }
        this.factor = CholeskyFactor.of(covariance)
                .orElseThrow(() -> new ArithmeticException("the covariance is not positive definite"));
        this.whitened = factor.whiten(told.values());
    }

    List<Cell> cells() {
        return cells;
    }

    /** A place with what the cells say of its median. */
    final class View {

        private final RunPlace place;
        private final double[] weights;
        private final double mean;

        private View(RunPlace place) {
            this.place = place;
            double[] covariances = new double[cells.size()];
            for (int i = 0; i < covariances.length; i++) {
                covariances[i] = kernel.covariance(place, cells.get(i).place());
            }
            this.weights = factor.whiten(covariances);
            this.mean = Vectors.product(weights, whitened);
        }

        /** In ln seconds above the mean of all and what is believed. */
        double mean() {
            return mean;
        }

        /** The covariance of two places' medians, given the cells. */
        double covariance(View other) {
            return kernel.covariance(place, other.place) - Vectors.product(weights, other.weights);
        }
    }

    View at(RunPlace place) {
        return new View(place);
    }
}

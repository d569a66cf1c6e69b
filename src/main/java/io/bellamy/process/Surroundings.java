package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.Vectors;
import java.util.List;

/** Cells that are known, with all that can be computed of them once. Never changed. */
final class Surroundings {

    private final RunKernel kernel;
    private final List<Cell> cells;
    private final CellKernel covariances;

    /** Of the medians of the cells before any run is seen. */
    private final double[] variances;

    private final CholeskyFactor factor;
    private final double[] whitened;

    /** @throws ArithmeticException if it can't be done with these numbers */
    Surroundings(RunProcess process, RunKernel kernel, List<Cell> cells) {
        this.kernel = kernel;
        this.cells = List.copyOf(cells);
        int size = cells.size();
        this.covariances = new CellKernel(kernel, cells);
        this.variances = new double[size];
        double[][] covariance = covariance();
        for (int i = 0; i < size; i++) {
            variances[i] = covariance[i][i];
        }
        CellReadings told = ExpectationPropagation.of(covariance, cells, process.mean(), process.scatter());
        CholeskyFactor usual = conditioned(covariance, told);
        if (process.scatter().share() == 0 && FarCells.any(usual, told)) {
            double[][] again = covariance();
            told = ExpectationPropagation.withoutFar(again, cells, process.mean(), process.scatter());
            usual = conditioned(again, told);
        }
        this.factor = usual;
        this.whitened = factor.whiten(told.values());
    }

    /** @param covariance of the medians, which is used up */
    private static CholeskyFactor conditioned(double[][] covariance, CellReadings told) {
        for (int i = 0; i < covariance.length; i++) {
            covariance[i][i] += told.variances()[i];
        }
        return CholeskyFactor.of(covariance)
                .orElseThrow(() -> new ArithmeticException("the covariance is not positive definite"));
    }

    /** Of the cells, on and above the diagonal. */
    private double[][] covariance() {
        double[][] covariance = new double[cells.size()][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            for (int j = i; j < cells.size(); j++) {
                covariance[i][j] =
                        kernel.covariance(cells.get(i).place(), cells.get(j).place());
            }
        }
        return covariance;
    }

    List<Cell> cells() {
        return cells;
    }

    /** A place with what the cells say of its median. */
    final class View {

        private final RunPlace place;
        private final double[] weights;
        private final double mean;

        private View(RunPlace place, double[] covariances) {
            this.place = place;
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

    /** Places with the texts of one. */
    CellKernel.Texts like(RunPlace place) {
        return covariances.like(place);
    }

    View at(RunPlace place) {
        return at(place, like(place));
    }

    /**
     * What the cells say of a place.
     *
     * @param like places with its texts
     */
    View at(RunPlace place, CellKernel.Texts like) {
        return new View(place, like.covariances(place));
    }

    /** How alike each cell is to a place, in [0, 1]. */
    double[] likenesses(RunPlace place, CellKernel.Texts like) {
        double variance = kernel.covariance(place, place);
        double[] likenesses = like.covariances(place);
        for (int i = 0; i < likenesses.length; i++) {
            likenesses[i] = RunKernel.likeness(variance, variances[i], likenesses[i]);
        }
        return likenesses;
    }
}

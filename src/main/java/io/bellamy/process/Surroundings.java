package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.Vectors;
import java.util.List;

/** Cells that are known, with all that can be computed of them once. Never changed. */
final class Surroundings {

    private final RunKernel kernel;
    private final List<Cell> cells;
    private final RunPlace[] places;

    /** Of the medians of the cells before any run is seen. */
    private final double[] variances;

    private final CholeskyFactor factor;
    private final double[] whitened;

    /** @throws ArithmeticException if it can't be done with these numbers */
    Surroundings(RunProcess process, RunKernel kernel, List<Cell> cells) {
        this.kernel = kernel;
        this.cells = List.copyOf(cells);
        int size = cells.size();
        this.places = cells.stream().map(Cell::place).toArray(RunPlace[]::new);
        this.variances = new double[size];
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                covariance[i][j] = kernel.covariance(places[i], places[j]);
            }
            variances[i] = covariance[i][i];
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
    Texts like(RunPlace place) {
        return new Texts(place);
    }

    View at(RunPlace place) {
        return like(place).at(place);
    }

    /** The texts of places, with which of them each cell shares. Never changed. */
    final class Texts {

        private final List<String> own;
        private final int[] shared;

        private Texts(RunPlace place) {
            this.own = place.texts();
            this.shared = new int[places.length];
            for (int i = 0; i < shared.length; i++) {
                shared[i] = place.shared(places[i]);
            }
        }

        /** Does a place have these texts? */
        boolean areOf(RunPlace place) {
            return own.equals(place.texts());
        }

        /** What the cells say of a place with these texts. */
        View at(RunPlace place) {
            return new View(place, covariances(place));
        }

        /** How alike each cell is to a place with these texts, in [0, 1]. */
        double[] likenesses(RunPlace place) {
            double variance = kernel.covariance(place, place);
            double[] likenesses = covariances(place);
            for (int i = 0; i < likenesses.length; i++) {
                likenesses[i] = RunKernel.likeness(variance, variances[i], likenesses[i]);
            }
            return likenesses;
        }

        private double[] covariances(RunPlace place) {
            double[] covariances = new double[places.length];
            for (int i = 0; i < covariances.length; i++) {
                covariances[i] = kernel.covariance(place, places[i], shared[i]);
            }
            return covariances;
        }
    }
}

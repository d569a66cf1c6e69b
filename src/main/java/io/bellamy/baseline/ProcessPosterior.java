package io.bellamy.baseline;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.Vectors;
import java.util.Optional;

/** What a Gaussian process knows of ln runtimes after it has seen cells of runs. */
final class ProcessPosterior {

    private final Covariance kernel;
    private final RunGroups cells;
    private final double offset;
    private final CholeskyFactor factor;
    private final double[] whitened;

    private ProcessPosterior(Covariance kernel, RunGroups cells, CholeskyFactor factor) {
        this.kernel = kernel;
        this.cells = cells;
        this.factor = factor;
        this.offset = cells.overallMean();
        this.whitened = factor.whiten(differences());
    }

    /** Conditions on cells, at least one; nothing where the covariance is singular to the precision of the numbers. */
    static Optional<ProcessPosterior> of(Covariance kernel, RunGroups cells) {
        int size = cells.size();
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                covariance[i][j] = kernel.of(cells.input(i), cells.input(j));
            }
            covariance[i][i] += kernel.noise() / cells.count(i);
        }
        return CholeskyFactor.of(covariance).map(factor -> new ProcessPosterior(kernel, cells, factor));
    }

    /** A place where something is asked or known, with what the support says of it. */
    final class Place {

        private final double[] input;
        private final double[] weights;
        private final double mean;

        private Place(double[] input) {
            this.input = input;
            double[] covariances = new double[cells.size()];
            for (int i = 0; i < covariances.length; i++) {
                covariances[i] = kernel.of(input, cells.input(i));
            }
            this.weights = factor.whiten(covariances);
            this.mean = offset + Vectors.product(weights, whitened);
        }

        /** The mean of ln runtime, given the cells. */
        double mean() {
            return mean;
        }

        /** The covariance of two places' means, given the cells. */
        double covariance(Place other) {
            return kernel.of(input, other.input) - Vectors.product(weights, other.weights);
        }
    }

    /** A place with these features. */
    Place at(double[] input) {
        return new Place(input);
    }

    double noise() {
        return kernel.noise();
    }

    /** The logarithm of the density of everything in the cells, up to a constant. */
    double logLikelihood() {
        double noise = kernel.noise();
        int within = cells.runs() - cells.size();
        return -(Vectors.product(whitened, whitened)
                        + factor.logDeterminant()
                        + within * Math.log(noise)
                        + cells.scatter() / noise)
                / 2;
    }

    /** The inverse of the cells' covariance, [n, n], on and below the diagonal. */
    double[][] inverse() {
        return factor.lowerInverse();
    }

    /** What is to be explained: the cells' means without the mean of all, [n]. */
    double[] differences() {
        double[] differences = new double[cells.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = cells.mean(i) - offset;
        }
        return differences;
    }
}

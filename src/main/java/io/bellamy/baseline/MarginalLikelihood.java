package io.bellamy.baseline;

import io.bellamy.numerics.Slope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well a kernel explains cells of runs, with weak beliefs about its parameters that decide where runs are few.
 * Repetitions are taken together exactly: the mean of k runs has noise / k, and the scatter around it counts by itself.
 */
final class MarginalLikelihood {

    /** Beliefs about the logarithms of the parameters: normal with these means and deviations. */
    private static final double NOISE = Math.log(0.03 * 0.03);

    private static final double LINEAR = Math.log(0.1);
    private static final double SQUARED = Math.log(0.1);
    private static final double LENGTH = Math.log(2);
    private static final double[] DEVIATIONS = {1.5, 1.5, 1.5, 1};

    private final RunGroups cells;
    private final int columns;

    MarginalLikelihood(RunGroups cells, int columns) {
        this.cells = cells;
        this.columns = columns;
    }

    /** The parameters believed in before a run is seen, [3 + columns]. */
    double[] believed() {
        double[] parameters = new double[CovarianceKernel.LENGTHS + columns];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = belief(i);
        }
        return parameters;
    }

    /** The slope at some parameters; nothing where the covariance is singular. */
    Optional<Slope> at(double[] parameters) {
        CovarianceKernel kernel = new CovarianceKernel(parameters);
        return ProcessPosterior.of(kernel, cells).map(posterior -> slope(kernel, posterior, parameters));
    }

    private Slope slope(CovarianceKernel kernel, ProcessPosterior posterior, double[] parameters) {
        double[] gradient = new double[parameters.length];
        double[][] inverse = posterior.inverse();
        double[] weights = multiply(inverse, posterior.differences());
        double[] squares = new double[columns];
        for (int i = 0; i < cells.size(); i++) {
            double[] one = cells.input(i);
            for (int j = 0; j <= i; j++) {
                double[] other = cells.input(j);
                // d/dp = trace((ww' - inverse) dK/dp) / 2; what is off the diagonal counts twice
                double factor = (weights[i] * weights[j] - inverse[i][j]) * (i == j ? 0.5 : 1);
                gradient[CovarianceKernel.LINEAR] += factor * kernel.linear(one, other);
                double distance = 0;
                for (int d = 0; d < columns; d++) {
                    squares[d] = kernel.scaledSquare(d, one, other);
                    distance += squares[d];
                }
                double squared = factor * kernel.squared(distance);
                gradient[CovarianceKernel.SQUARED] += squared;
                for (int d = 0; d < columns; d++) {
                    gradient[CovarianceKernel.LENGTHS + d] += squared * squares[d];
                }
            }
            double own = weights[i] * weights[i] - inverse[i][i];
            gradient[CovarianceKernel.NOISE] += own * kernel.noise() / cells.count(i) / 2;
        }
        gradient[CovarianceKernel.NOISE] += (cells.scatter() / kernel.noise() - (cells.runs() - cells.size())) / 2;
        double value = posterior.logLikelihood();
        List<Double> slope = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            double deviation = DEVIATIONS[Math.min(i, CovarianceKernel.LENGTHS)];
            double distance = (parameters[i] - belief(i)) / deviation;
            value -= distance * distance / 2;
            slope.add(gradient[i] - distance / deviation);
        }
        return new Slope(value, slope);
    }

    private static double belief(int parameter) {
        return switch (parameter) {
            case CovarianceKernel.NOISE -> NOISE;
            case CovarianceKernel.LINEAR -> LINEAR;
            case CovarianceKernel.SQUARED -> SQUARED;
            default -> LENGTH;
        };
    }

    /** A symmetric matrix, of which only what is on and below the diagonal is read, times a vector. */
    private static double[] multiply(double[][] lower, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < i; j++) {
                product[i] += lower[i][j] * vector[j];
                product[j] += lower[i][j] * vector[i];
            }
            product[i] += lower[i][i] * vector[i];
        }
        return product;
    }
}

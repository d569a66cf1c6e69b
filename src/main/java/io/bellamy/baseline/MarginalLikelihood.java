package io.bellamy.baseline;

import io.bellamy.numerics.ResilientAscent;
import io.bellamy.numerics.Slope;
import io.bellamy.numerics.SymmetricMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How well a kernel explains cells of runs, with weak beliefs about its parameters that decide where runs are few.
 * Repetitions are taken together exactly: the mean of k runs has noise / k, and the scatter around it counts by itself.
 */
final class MarginalLikelihood {

    private static final int MOST_STEPS = 60;

    private final RunGroups cells;
    private final List<Belief> beliefs;
    private final Function<double[], Covariance> kernels;

    /**
     * Of some kernels.
     *
     * @param beliefs about their parameters
     * @param kernels one for each place of the parameters
     */
    MarginalLikelihood(RunGroups cells, List<Belief> beliefs, Function<double[], Covariance> kernels) {
        this.cells = cells;
        this.beliefs = List.copyOf(beliefs);
        this.kernels = kernels;
    }

    /** The parameters that explain the cells best, [parameters]. */
    double[] best() {
        double[] believed = beliefs.stream().mapToDouble(Belief::mean).toArray();
        return ResilientAscent.climb(believed, this::at, MOST_STEPS);
    }

    /** The slope at some parameters; nothing where the covariance is singular. */
    private Optional<Slope> at(double[] parameters) {
        Covariance kernel = kernels.apply(parameters);
        return ProcessPosterior.of(kernel, cells).map(posterior -> slope(kernel, posterior, parameters));
    }

    private Slope slope(Covariance kernel, ProcessPosterior posterior, double[] parameters) {
        double[] gradient = new double[parameters.length];
        double[][] inverse = posterior.inverse();
        double[] weights = SymmetricMatrix.times(inverse, posterior.differences());
        for (int i = 0; i < cells.size(); i++) {
            double[] one = cells.input(i);
            for (int j = 0; j <= i; j++) {
                double[] other = cells.input(j);
                // d/dp = trace((ww' - inverse) dK/dp) / 2; what is off the diagonal counts twice
                double factor = (weights[i] * weights[j] - inverse[i][j]) * (i == j ? 0.5 : 1);
                kernel.addSlope(factor, one, other, gradient);
            }
            double own = weights[i] * weights[i] - inverse[i][i];
            gradient[Covariance.NOISE] += own * kernel.noise() / cells.count(i) / 2;
        }
        gradient[Covariance.NOISE] += (cells.scatter() / kernel.noise() - (cells.runs() - cells.size())) / 2;
        double value = posterior.logLikelihood();
        List<Double> slope = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            double deviation = beliefs.get(i).deviation();
            double distance = (parameters[i] - beliefs.get(i).mean()) / deviation;
            value -= distance * distance / 2;
            slope.add(gradient[i] - distance / deviation);
        }
        return new Slope(value, slope);
    }
}

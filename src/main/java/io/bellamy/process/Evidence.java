package io.bellamy.process;

import io.bellamy.numerics.CholeskyFactor;
import io.bellamy.numerics.Parallel;
import io.bellamy.numerics.Slope;
import io.bellamy.numerics.SymmetricMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How well parameters explain cells: the marginal likelihood, with weak beliefs that decide where runs are few. The last
 * parameter is ln of the variance of runs. Rasmussen and Williams, chapter 5.
 */
final class Evidence {

    private static final double NOISE = 2 * Math.log(0.03);
    private static final double NOISE_DEVIATION = 1;

    /** Nothing is as sure as to make the covariance singular. */
    private static final double LOWEST = -24;

    private static final double HIGHEST = 8;

    private static final int WORTH_SHARING = 64;

    private final ProcessColumns columns;
    private final Terms terms;
    private final RunPlace[] places;
    private final int[][] shared;
    private final List<CellMean> measured;
    private final LevelSteps steps;

    Evidence(ProcessColumns columns, Terms terms, List<RunPlace> places, List<CellMean> measured, LevelSteps steps) {
        this.steps = steps;
        this.columns = columns;
        this.terms = terms;
        this.places = places.toArray(RunPlace[]::new);
        this.measured = List.copyOf(measured);
        int size = this.places.length;
        this.shared = new int[size][];
        for (int i = 0; i < size; i++) {
            shared[i] = new int[i + 1];
            for (int j = 0; j <= i; j++) {
                shared[i][j] = this.places[i].shared(this.places[j]);
            }
        }
    }

    int size() {
        return places.length;
    }

    CellMean measured(int cell) {
        return measured.get(cell);
    }

    /** Only some cells, in this order. */
    Evidence some(List<Integer> cells) {
        return new Evidence(
                columns,
                terms,
                cells.stream().map(cell -> places[cell]).toList(),
                cells.stream().map(measured::get).toList(),
                steps);
    }

    /** The same cells, which tell something else. */
    Evidence with(List<CellMean> told) {
        return new Evidence(columns, terms, List.of(places), told, steps);
    }

    /** The same cells, where jobs took another time from some days on. */
    Evidence with(LevelSteps known) {
        return new Evidence(columns, terms, List.of(places), measured, known);
    }

    List<CellMean> measured() {
        return measured;
    }

    /** How far what each cell tells is from what all together say of it, in deviations of what it tells. */
    double[] distances(double[] parameters) {
        CellInverse together = together(parameters);
        double[] variances = variances(parameters);
        return IntStream.range(0, places.length)
                .mapToDouble(cell -> Math.abs(together.weight(cell)) * Math.sqrt(variances[cell]))
                .toArray();
    }

    /** How sure is what each cell tells. */
    double[] variances(double[] parameters) {
        double noise = Math.exp(parameters[parameters.length - 1]);
        return measured.stream().mapToDouble(own -> noise / own.weight()).toArray();
    }

    /** Of a cell. */
    List<String> texts(int cell) {
        return places[cell].texts();
    }

    /** Of a cell; before all others where it is not known. */
    double day(int cell) {
        return places[cell].dayOrNone();
    }

    /** Parameters learned of some cells alone, from those of all on. */
    double[] learned(List<Integer> cells, double[] ofAll) {
        double[] learned = ParameterClimb.again(some(cells), ofAll);
        // what is too sure of the rest to be computed for all is not learned
        return at(learned).isPresent() ? learned : ofAll;
    }

    /** Of the covariance of what cells tell; nothing where it is singular. */
    Optional<CholeskyFactor> factor(double[] parameters) {
        return CholeskyFactor.of(covarianceOfMeans(parameters));
    }

    /** What all cells tell. */
    CellInverse together(double[] parameters) {
        return new CellInverse(covarianceOfMeans(parameters), values());
    }

    /** What each tells. */
    double[] values() {
        return measured.stream().mapToDouble(CellMean::value).toArray();
    }

    private double[][] covarianceOfMeans(double[] parameters) {
        return covarianceOfMeans(parameters, kernel(parameters), new double[places.length][]);
    }

    /** Of each row the parts of the terms are kept. */
    private double[][] covarianceOfMeans(double[] parameters, RunKernel kernel, double[][] parts) {
        double[][] covariance = covariance(kernel, parts);
        double[] variances = variances(parameters);
        for (int i = 0; i < covariance.length; i++) {
            covariance[i][i] += variances[i];
        }
        return covariance;
    }

    /** Of the parameters believed in before a run is seen. */
    double[] believed() {
        double[] parameters = new double[terms.parameters() + 1];
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] = believed(p);
        }
        return parameters;
    }

    private double believed(int parameter) {
        return parameter < terms.parameters() ? terms.believed(parameter) : NOISE;
    }

    private double deviation(int parameter) {
        return parameter < terms.parameters() ? terms.deviation(parameter) : NOISE_DEVIATION;
    }

    RunKernel kernel(double[] parameters) {
        return new RunKernel(columns, terms.all(), parameters);
    }

    /** The covariance of the cells' medians, on and above the diagonal; of each row the parts of the terms are kept. */
    private double[][] covariance(RunKernel kernel, double[][] parts) {
        int size = places.length;
        double[][] covariance = new double[size][size];
        forEachRow(i -> {
            double[] own = new double[(i + 1) * kernel.terms()];
            for (int j = 0; j <= i; j++) {
                covariance[j][i] = kernel.covariance(places[j], places[i], shared[i][j], own, j * kernel.terms())
                        + steps.covariance(places[j], places[i]);
            }
            parts[i] = own;
        });
        return covariance;
    }

    /** Rows are shared out among processors where that pays. */
    private void forEachRow(IntConsumer row) {
        IntStream rows = IntStream.range(0, places.length);
        (places.length < WORTH_SHARING || Parallel.isPiece() ? rows : rows.parallel()).forEach(row);
    }

    /** The height and the way up; nothing where the covariance is singular. */
    Optional<Slope> at(double[] parameters) {
        for (double parameter : parameters) {
            if (!(parameter > LOWEST && parameter < HIGHEST)) {
                return Optional.empty();
            }
        }
        RunKernel kernel = kernel(parameters);
        double[][] parts = new double[places.length][];
        return CholeskyFactor.of(covarianceOfMeans(parameters, kernel, parts))
                .map(factor -> slope(kernel, parts, factor, values(), parameters));
    }

    /** How well they explain the cells; less than anything where the covariance is singular. */
    double height(double[] parameters) {
        return at(parameters).map(Slope::height).orElse(Double.NEGATIVE_INFINITY);
    }

    private Slope slope(
            RunKernel kernel, double[][] parts, CholeskyFactor factor, double[] values, double[] parameters) {
        int size = values.length;
        double noise = Math.exp(parameters[parameters.length - 1]);
        double[][] inverse = factor.lowerInverse();
        double[] weights = SymmetricMatrix.times(inverse, values);
        double height = -factor.logDeterminant() / 2;
        double[][] gradients = new double[size][parameters.length];
        forEachRow(i -> {
            for (int j = 0; j <= i; j++) {
                // d/dp = trace((ww' - inverse) dK/dp) / 2; what is off the diagonal counts twice
                double share = (weights[i] * weights[j] - inverse[i][j]) * (i == j ? 0.5 : 1);
                kernel.addGradient(places[j], places[i], parts[i], j * kernel.terms(), share, gradients[i]);
            }
        });
        double[] gradient = new double[parameters.length];
        double ofNoise = 0;
        for (int i = 0; i < size; i++) {
            // in one order, whoever was first
            for (int p = 0; p < gradient.length; p++) {
                gradient[p] += gradients[i][p];
            }
            height -= weights[i] * values[i] / 2;
            CellMean own = measured.get(i);
            ofNoise += (weights[i] * weights[i] - inverse[i][i]) * noise / own.weight() / 2;
            height -= (own.freedom() * Math.log(noise) + own.scatter() / noise) / 2;
            ofNoise += (own.scatter() / noise - own.freedom()) / 2;
        }
        gradient[gradient.length - 1] += ofNoise;
        List<Double> up = new ArrayList<>();
        for (int p = 0; p < gradient.length; p++) {
            double distance = (parameters[p] - believed(p)) / deviation(p);
            height -= distance * distance / 2;
            up.add(gradient[p] - distance / deviation(p));
        }
        return new Slope(height, up);
    }
}

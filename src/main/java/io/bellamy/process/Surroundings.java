package io.bellamy.process;

import io.bellamy.numerics.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cells that are known, with all that can be computed of them once. Never changed. */
final class Surroundings {

    private final CellReader reader;
    private final RunKernel kernel;
    private final List<Cell> cells;
    private final CellKernel covariances;

    private final CellReader.KnownCells known;

    /** What the cells tell, by the factor of its covariance. */
    private final double[] whitened;

    /** Of the medians of the cells before any run is seen. */
    private final double[] variances;

    /** @throws ArithmeticException if it can't be done with these numbers */
    Surroundings(RunProcess process, RunKernel kernel, List<Cell> cells) {
        this(new CellReader(process, kernel, cells), kernel, cells, CellReader::read);
    }

    private Surroundings(
            CellReader reader, RunKernel kernel, List<Cell> cells, Function<CellReader, CellReader.KnownCells> read) {
        this.reader = reader;
        this.kernel = kernel;
        this.cells = List.copyOf(cells);
        this.covariances = new CellKernel(kernel, cells);
        this.known = read.apply(reader);
        this.whitened = known.factor().whiten(known.told().values());
        this.variances = this.cells.stream()
                .map(Cell::place)
                .mapToDouble(place -> covariance(place, place))
                .toArray();
    }

    private double covariance(RunPlace one, RunPlace other) {
        return kernel.covariance(one, other) + known.steps().covariance(one, other);
    }

    private double[] covariances(RunPlace place, CellKernel.Texts like) {
        double[] sums = like.covariances(place);
        if (!known.steps().all().isEmpty()) {
            for (int cell = 0; cell < sums.length; cell++) {
                sums[cell] += known.steps().covariance(place, cells.get(cell).place());
            }
        }
        return sums;
    }

    /** Whether the newest runs of a job may be the first after a step. */
    Optional<PossibleStep> possible(List<String> job) {
        return known.possible().stream()
                .filter(step -> step.step().job().equals(job))
                .findFirst();
    }

    /**
     * The same if a step was made that may have been.
     *
     * @throws ArithmeticException if it can't be done with these numbers
     */
    Surroundings with(PossibleStep step) {
        return new Surroundings(reader, kernel, cells, any -> any.with(step, known));
    }

    List<Cell> cells() {
        return cells;
    }

    /** What a cell tells of its median, in ln seconds above the mean of all. */
    double told(int cell) {
        return known.told().values()[cell];
    }

    /** How sure that is. */
    double variance(int cell) {
        return known.told().variances()[cell];
    }

    /** A place with what the cells say of its median. */
    final class View {

        private final RunPlace place;
        private final double[] weights;
        private final double mean;

        private View(RunPlace place, double[] covariances) {
            this.place = place;
            this.weights = known.factor().whiten(covariances);
            this.mean = Vectors.product(weights, whitened);
        }

        /** In ln seconds above the mean of all and what is believed. */
        double mean() {
            return mean;
        }

        /** The covariance of two places' medians, given the cells. */
        double covariance(View other) {
            return Surroundings.this.covariance(place, other.place) - Vectors.product(weights, other.weights);
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
        return new View(place, covariances(place, like));
    }

    /** How alike each cell is to a place, in [0, 1]. */
    double[] likenesses(RunPlace place, CellKernel.Texts like) {
        double variance = covariance(place, place);
        double[] likenesses = covariances(place, like);
        for (int i = 0; i < likenesses.length; i++) {
            likenesses[i] = RunKernel.likeness(variance, variances[i], likenesses[i]);
        }
        return likenesses;
    }
}

package io.bellamy.process;

import java.util.List;

/** What all other cells say of each. Never changed. */
final class OthersOpinion {

    private static final double LEAST_VARIANCE = 1e-8;

    private final Evidence evidence;
    private final CellInverse together;
    private final double[] ofTold;
    private final double noise;

    OthersOpinion(Evidence evidence, double[] parameters) {
        this.evidence = evidence;
        this.together = evidence.together(parameters);
        this.ofTold = evidence.variances(parameters);
        this.noise = Math.exp(parameters[parameters.length - 1]);
    }

    CellInverse together() {
        return together;
    }

    /** Of the median of a cell, ln seconds above the mean. */
    double mean(int cell) {
        return evidence.measured(cell).value() - together.weight(cell) / together.precision(cell);
    }

    /** How sure they are of that. */
    double variance(int cell) {
        return Math.max(
                LEAST_VARIANCE,
                1 / together.precision(cell) - noise / evidence.measured(cell).weight());
    }

    /** Of runs in which way the cells lie where the runs of each scatter as those of its job do. */
    CellViews views(List<Cell> cells, List<List<Double>> runs, double meanOfAll) {
        double[] means = new double[cells.size()];
        double[] variances = new double[cells.size()];
        double[] noises = new double[cells.size()];
        for (int cell = 0; cell < means.length; cell++) {
            means[cell] = mean(cell);
            variances[cell] = variance(cell);
            noises[cell] = cells.get(cell).noise();
        }
        return new CellViews(runs, means, variances, meanOfAll, noises);
    }

    /** By how much what a cell tells is above what it would be without noise, as all together have it, in variances of its runs. */
    double leftSquare(int cell) {
        return ofTold[cell] * together.weight(cell) * together.weight(cell);
    }

    /** Of the repetitions of a cell from their median, in variances of its runs. */
    double squaresOfRepetitions(int cell) {
        return evidence.measured(cell).scatter() / noise;
    }

    /** How many runs these are worth. */
    double freedomOfRepetitions(int cell) {
        return evidence.measured(cell).freedom();
    }

    /** How many runs of a cell tell of the deviation: those that the rest does not follow (D. J. C. MacKay: Bayesian Interpolation. 1992). */
    double freedom(int cell) {
        return freedomOfRepetitions(cell) + freedomBesideRepetitions(cell);
    }

    /** The same of the distance from the others alone. */
    double freedomBesideRepetitions(int cell) {
        return together.precision(cell) * noise / evidence.measured(cell).weight();
    }
}

package io.bellamy.process;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hipparchus.special.Gamma;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * What is left of the runs of a job: a sum of squares, and how many runs these are worth.
 *
 * @param squares in variances of the runs of most
 * @param freedom of that, as of a chi-squared number
 */
record LeftNoise(double squares, double freedom) {

    /** What so little is left of tells nothing. */
    private static final double LEAST_FREEDOM = 0.5;

    /** As much as a mean tells of a variance, this part of it a median does. */
    private static final double WORTH_OF_MEDIAN = 0.37;

    /** Of the cells of a job. */
    static LeftNoise of(List<Integer> cells, OthersOpinion others) {
        double repetitions =
                cells.stream().mapToDouble(others::freedomOfRepetitions).sum();
        double rest =
                cells.stream().mapToDouble(others::freedomBesideRepetitions).sum();
        if (repetitions > rest) {
            // what is left besides is what no kernel follows, and where one configuration scatters the job does not
            return ofMedian(
                    cells.stream()
                            .filter(cell -> others.freedomOfRepetitions(cell) > 0)
                            .mapToDouble(cell -> others.squaresOfRepetitions(cell)
                                    / medianOfSquares(others.freedomOfRepetitions(cell))),
                    repetitions);
        }
        double squares = cells.stream()
                .mapToDouble(cell -> others.leftSquare(cell) + others.squaresOfRepetitions(cell))
                .sum();
        return new LeftNoise(squares, repetitions + rest);
    }

    private static LeftNoise ofMedian(DoubleStream variances, double freedom) {
        double worth = WORTH_OF_MEDIAN * freedom;
        return new LeftNoise(worth * new Median().evaluate(variances.toArray()), worth);
    }

    /** Of a chi-squared number (E. B. Wilson, M. M. Hilferty: The distribution of chi-square. 1931). */
    private static double medianOfSquares(double freedom) {
        return freedom * Math.pow(1 - 2 / (9 * freedom), 3);
    }

    /** The same, where runs are believed to have so many times the variance of those of most. */
    LeftNoise times(double factor) {
        return new LeftNoise(factor * squares, freedom);
    }

    /** Does it tell anything? */
    boolean tells() {
        return freedom > LEAST_FREEDOM && squares > 0;
    }

    /** The logarithm of the factor, as its runs alone tell it. */
    double log() {
        return Math.log(squares / freedom) - Gamma.digamma(freedom / 2) + Math.log(freedom / 2);
    }

    /** How sure that is: the variance of ln of a chi-squared number. */
    double variance() {
        return Gamma.trigamma(freedom / 2);
    }
}

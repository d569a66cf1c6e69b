package io.bellamy.process;

import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * What was measured in a cell, stragglers brought back to the others.
 *
 * @param value the mean of its runs, in ln seconds above what is believed
 * @param weight how many runs that is worth, positive
 * @param scatter the sum of squares around it
 * @param freedom how many runs that is of, less one
 */
record CellMean(double value, double weight, double scatter, double freedom) {

    /** The same where runs scatter so much more. */
    CellMean times(double noise) {
        return noise == 1 ? this : new CellMean(value, weight / noise, scatter / noise, freedom);
    }

    /** The median of repetitions, none of them copies, and how far they lie from it. */
    static CellMean median(List<Double> logs, double mean) {
        double[] values = logs.stream().mapToDouble(log -> log - mean).toArray();
        double median = new Median().evaluate(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - median) * (value - median);
        }
        return new CellMean(median, values.length, squares, values.length - 1.0);
    }

    /** The runs of a cell; what is the same to the last digit is a copy rather than a repetition. */
    static List<Double> withoutCopies(Cell cell) {
        return cell.logs().stream().distinct().count() == 1 ? cell.logs().subList(0, 1) : cell.logs();
    }
}

package io.bellamy.process;

import io.bellamy.process.Term.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the ln runtimes of runs go together, a sum of terms. Safe for several threads. C. E. Rasmussen, C. K. I. Williams:
 * Gaussian Processes for Machine Learning. 2006, chapter 4.
 */
final class RunKernel {

    /** The variance of what all runs share: a factor e either way. */
    static final double LEVEL = 1;

    private final Shape[] shapes;
    private final int[] masks;
    private final int[][] over;
    private final int[] first;
    private final double[] variances;
    private final double[] rates;
    private final double[] spreads;
    private final TimeKernel time;

    /** Level and trend are first those of a job, then those that all share. */
    private final boolean[] timeOfJob;

    /**
     * A kernel.
     *
     * @param parameters logarithms, as the terms have them
     */
    RunKernel(ProcessColumns columns, List<Term> terms, double[] parameters) {
        int count = terms.size();
        this.shapes = new Shape[count];
        this.masks = new int[count];
        this.over = new int[count][];
        this.first = new int[count];
        this.variances = new double[count];
        for (int t = 0; t < count; t++) {
            Term term = terms.get(t);
            shapes[t] = term.shape();
            masks[t] = term.mask();
            over[t] = term.columns().stream().mapToInt(Integer::intValue).toArray();
            first[t] = term.parameter();
            variances[t] = Math.exp(parameters[term.parameter()]);
        }
        this.rates = new double[parameters.length];
        for (int p = 0; p < rates.length; p++) {
            rates[p] = Math.exp(-parameters[p]);
        }
        this.spreads = columns.numbers().stream()
                .mapToDouble(ProcessColumns.ProcessNumber::spread)
                .toArray();
        this.time = TimeKernel.of(columns);
        this.timeOfJob = new boolean[count];
        Stream.of(Shape.LEVEL, Shape.TREND)
                .mapToInt(List.of(shapes)::indexOf)
                .filter(t -> t >= 0)
                .forEach(t -> timeOfJob[t] = true);
    }

    double covariance(RunPlace one, RunPlace other) {
        return covariance(one, other, one.shared(other));
    }

    private double covariance(RunPlace one, RunPlace other, int shared) {
        double sum = LEVEL;
        for (int t = 0; t < masks.length; t++) {
            if ((masks[t] & shared) == masks[t]) {
                sum += term(t, one, other);
            }
        }
        return sum;
    }

    /** How many terms there are. */
    int terms() {
        return masks.length;
    }

    /**
     * The covariance of two places that share these texts.
     *
     * @param parts is given the part of each term, from a place on
     */
    double covariance(RunPlace one, RunPlace other, int shared, double[] parts, int from) {
        double sum = LEVEL;
        for (int t = 0; t < masks.length; t++) {
            double part = (masks[t] & shared) == masks[t] ? term(t, one, other) : 0;
            parts[from + t] = part;
            sum += part;
        }
        return sum;
    }

    /**
     * How alike two places are, in [0, 1], what all runs share aside.
     *
     * @param variance of the one
     * @param other variance
     * @param covariance of both
     */
    static double likeness(double variance, double other, double covariance) {
        double both = (variance - LEVEL) * (other - LEVEL);
        return both > 0 ? Math.max(0, Math.min(1, (covariance - LEVEL) / Math.sqrt(both))) : 1;
    }

    /** Texts that make a difference together: bit i is the i-th. */
    List<Integer> masks() {
        return Arrays.stream(masks).filter(mask -> mask != 0).distinct().boxed().toList();
    }

    /** The variance at a place that comes from sharing some texts, and not more or fewer. */
    double ofTexts(int mask, RunPlace place) {
        double sum = 0;
        for (int t = 0; t < masks.length; t++) {
            sum += masks[t] == mask ? term(t, place, place) : 0;
        }
        return sum;
    }

    /** What depends on time for runs of the same texts alone, as if it mattered to them fully. */
    double ofOwnTime(RunPlace one, RunPlace other) {
        double sum = 0;
        for (int t = 0; t < masks.length; t++) {
            if (timeOfJob[t]) {
                sum += variances[t]
                        * (shapes[t] == Shape.TREND
                                ? time.trend(one, other)
                                : time.level(one, other, rates[first[t] + 1]));
            }
        }
        return sum;
    }

    /** How many columns places have. */
    int numbers() {
        return spreads.length;
    }

    Shape shape(int t) {
        return shapes[t];
    }

    /** The texts that two places must share: bit i is the i-th. */
    int mask(int t) {
        return masks[t];
    }

    double variance(int t) {
        return variances[t];
    }

    /** The columns that a term is over. */
    int[] over(int t) {
        return over[t];
    }

    /** One over the length scale of a column. */
    double rate(int t, int i) {
        return rates[first[t] + 1 + i];
    }

    /** One part of a covariance, of places that share its texts. */
    double term(int t, RunPlace one, RunPlace other) {
        double variance = variances[t];
        return switch (shapes[t]) {
            case CONSTANT -> variance;
            case LINEAR -> variance * product(over[t][0], one, other);
            case SMOOTH -> variance * Math.exp(-squaredDistance(t, one, other) / 2);
            case ROUGH -> variance * Math.exp(-Math.sqrt(squaredDistance(t, one, other)));
            case LEVEL -> variance * time.level(one, other, rates[first[t] + 1]) * relevance(t, one, other);
            case TREND -> variance * time.trend(one, other) * relevance(t, one, other);
        };
    }

    private double relevance(int t, RunPlace one, RunPlace other) {
        return timeOfJob[t] ? one.relevance() * other.relevance() : 1;
    }

    private double squaredDistance(int t, RunPlace one, RunPlace other) {
        double sum = 0;
        for (int i = 0; i < over[t].length; i++) {
            sum += squaredDistance(t, i, one, other);
        }
        return sum;
    }

    double squaredDistance(int t, int i, RunPlace one, RunPlace other) {
        return squaredDifference(over[t][i], one, other) * rate(t, i) * rate(t, i);
    }

    /** What is not known of a run is somewhere about the mean, off the line of what is known by the spread of that. */
    private double squaredDifference(int column, RunPlace one, RunPlace other) {
        double difference = one.number(column) - other.number(column);
        if (!Double.isNaN(difference)) {
            return difference * difference;
        }
        double known = Double.isNaN(one.number(column)) ? other.number(column) : one.number(column);
        return Double.isNaN(known) ? 0 : known * known + spreads[column] * spreads[column];
    }

    double product(int column, RunPlace one, RunPlace other) {
        double product = one.number(column) * other.number(column);
        if (!Double.isNaN(product)) {
            return product;
        }
        boolean neither = Double.isNaN(one.number(column)) && Double.isNaN(other.number(column));
        return neither ? spreads[column] * spreads[column] : 0;
    }

    /**
     * Adds a factor times the derivative of the covariance by every parameter.
     *
     * @param parts of the covariance, from a place on
     */
    void addGradient(RunPlace one, RunPlace other, double[] parts, int from, double factor, double[] gradient) {
        for (int t = 0; t < masks.length; t++) {
            double value = factor * parts[from + t];
            if (value == 0) {
                continue;
            }
            int at = first[t];
            gradient[at] += value;
            switch (shapes[t]) {
                case SMOOTH -> {
                    for (int i = 0; i < over[t].length; i++) {
                        gradient[at + 1 + i] += value * squaredDistance(t, i, one, other);
                    }
                }
                case ROUGH -> gradient[at + 1] += value * Math.sqrt(squaredDistance(t, one, other));
                case LEVEL -> {
                    double days = Math.abs(one.day() - other.day());
                    gradient[at + 1] += Double.isNaN(days) ? 0 : value * days * rates[at + 1];
                }
                case CONSTANT, LINEAR, TREND -> {}
            }
        }
    }
}

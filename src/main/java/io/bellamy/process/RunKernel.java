package io.bellamy.process;

import io.bellamy.process.Term.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * How the ln runtimes of runs go together, a sum of terms. Safe for several threads. C. E. Rasmussen, C. K. I. Williams:
 * Gaussian Processes for Machine Learning. 2006, chapter 4.
 */
final class RunKernel {

    /** The variance of what all runs share: a factor e either way. */
    private static final double LEVEL = 1;

    private final Term[] terms;
    private final double[] variances;
    private final double[] rates;
    private final double[] spreads;
    private final double centre;
    private final double scale;

    /** The level that is of a job rather than of all: the first one. */
    private final int levelOfJob;

    /**
     * A kernel.
     *
     * @param parameters logarithms, as the terms have them
     */
    RunKernel(ProcessColumns columns, List<Term> terms, double[] parameters) {
        this.terms = terms.toArray(Term[]::new);
        this.variances = new double[this.terms.length];
        this.rates = new double[parameters.length];
        for (int t = 0; t < this.terms.length; t++) {
            variances[t] = Math.exp(parameters[this.terms[t].parameter()]);
        }
        for (int p = 0; p < rates.length; p++) {
            rates[p] = Math.exp(-parameters[p]);
        }
        this.spreads = columns.numbers().stream()
                .mapToDouble(ProcessColumns.ProcessNumber::spread)
                .toArray();
        this.centre = columns.days().map(ProcessColumns.DaySpan::centre).orElse(0.0);
        this.scale = columns.days().map(ProcessColumns.DaySpan::scale).orElse(1.0);
        this.levelOfJob = terms.stream().map(Term::shape).toList().indexOf(Shape.LEVEL);
    }

    double covariance(RunPlace one, RunPlace other) {
        return covariance(one, other, one.shared(other));
    }

    /** The covariance of two places that share these texts. */
    double covariance(RunPlace one, RunPlace other, int shared) {
        double sum = LEVEL;
        for (int t = 0; t < terms.length; t++) {
            if ((terms[t].mask() & shared) == terms[t].mask()) {
                sum += term(t, one, other);
            }
        }
        return sum;
    }

    /** How alike two places are, in [0, 1], what all runs share aside. */
    double likeness(RunPlace one, RunPlace other) {
        double both = (covariance(one, one) - LEVEL) * (covariance(other, other) - LEVEL);
        return both > 0 ? Math.max(0, Math.min(1, (covariance(one, other) - LEVEL) / Math.sqrt(both))) : 1;
    }

    /** Texts that make a difference together: bit i is the i-th. */
    List<Integer> masks() {
        return Arrays.stream(terms)
                .map(Term::mask)
                .filter(mask -> mask != 0)
                .distinct()
                .toList();
    }

    /** The variance at a place that comes from sharing some texts, and not more or fewer. */
    double ofTexts(int mask, RunPlace place) {
        double sum = 0;
        for (int t = 0; t < terms.length; t++) {
            sum += terms[t].mask() == mask ? term(t, place, place) : 0;
        }
        return sum;
    }

    /** What depends on time for runs of the same texts alone, as if it mattered to them fully. */
    double ofOwnTime(RunPlace one, RunPlace other) {
        double sum = 0;
        for (int t = 0; t < terms.length; t++) {
            Shape shape = terms[t].shape();
            if (shape == Shape.TREND) {
                sum += variances[t] * trend(one, other);
            } else if (t == levelOfJob) {
                sum += variances[t] * level(t, one, other);
            }
        }
        return sum;
    }

    private double term(int t, RunPlace one, RunPlace other) {
        Term term = terms[t];
        double variance = variances[t];
        return switch (term.shape()) {
            case CONSTANT -> variance;
            case LINEAR -> variance * product(term.columns().get(0), one, other);
            case SMOOTH -> variance * Math.exp(-squaredDistance(term, one, other) / 2);
            case ROUGH -> variance * Math.exp(-distance(term, one, other));
            case LEVEL -> variance * level(t, one, other) * (t == levelOfJob ? one.relevance() * other.relevance() : 1);
            case TREND -> variance * trend(one, other) * one.relevance() * other.relevance();
        };
    }

    private double squaredDistance(Term term, RunPlace one, RunPlace other) {
        double sum = 0;
        for (int i = 0; i < term.columns().size(); i++) {
            sum += squaredDistance(term, i, one, other);
        }
        return sum;
    }

    private double squaredDistance(Term term, int i, RunPlace one, RunPlace other) {
        double rate = rates[term.parameter() + 1 + i];
        return squaredDifference(term.columns().get(i), one, other) * rate * rate;
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

    private double product(int column, RunPlace one, RunPlace other) {
        double product = one.number(column) * other.number(column);
        if (!Double.isNaN(product)) {
            return product;
        }
        boolean neither = Double.isNaN(one.number(column)) && Double.isNaN(other.number(column));
        return neither ? spreads[column] * spreads[column] : 0;
    }

    private double distance(Term term, RunPlace one, RunPlace other) {
        int column = term.columns().get(0);
        return Math.sqrt(squaredDifference(column, one, other)) * rates[term.parameter() + 1];
    }

    private double level(int t, RunPlace one, RunPlace other) {
        if (one == other) {
            return 1;
        }
        double days = Math.abs(one.day() - other.day());
        // a day that nobody knows tells nothing
        return Double.isNaN(days) ? 0 : Math.exp(-days * rates[terms[t].parameter() + 1]);
    }

    private double trend(RunPlace one, RunPlace other) {
        double product = (one.day() - centre) * (other.day() - centre) / (scale * scale);
        return Double.isNaN(product) ? 0 : product;
    }

    /** Adds a factor times the derivative of the covariance by every parameter. */
    void addGradient(RunPlace one, RunPlace other, int shared, double factor, double[] gradient) {
        for (int t = 0; t < terms.length; t++) {
            Term term = terms[t];
            if ((term.mask() & shared) != term.mask()) {
                continue;
            }
            double value = factor * term(t, one, other);
            int first = term.parameter();
            gradient[first] += value;
            switch (term.shape()) {
                case SMOOTH -> {
                    for (int i = 0; i < term.columns().size(); i++) {
                        gradient[first + 1 + i] += value * squaredDistance(term, i, one, other);
                    }
                }
                case ROUGH -> gradient[first + 1] += value * distance(term, one, other);
                case LEVEL -> {
                    double days = Math.abs(one.day() - other.day());
                    gradient[first + 1] += Double.isNaN(days) ? 0 : value * days * rates[first + 1];
                }
                case CONSTANT, LINEAR, TREND -> {}
            }
        }
    }
}

package io.bellamy.process;

import io.bellamy.process.ProcessColumns.Family;
import io.bellamy.process.Term.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The parts of the covariance for some columns, and what is believed of their parameters before a run is seen: curves that
 * all runs share, and others of those that share a text or all of them.
 */
final class Terms {

    private final ProcessColumns columns;
    private final List<Term> all = new ArrayList<>();
    private final List<Double> means = new ArrayList<>();
    private final List<Double> deviations = new ArrayList<>();

    /** How far the logarithm of a variance may be from what is believed. */
    static final double VARIANCE = 1.8;

    private static final double LENGTH = 1;
    private static final double OWN_LENGTH = 0.5;
    private static final double TIME_LENGTH = 1.5;

    Terms(ProcessColumns columns) {
        this.columns = columns;
        shared();
        int texts = columns.textsOfPlaces();
        for (int text = 0; text < texts; text++) {
            own(1 << text, texts == 1);
        }
        if (texts > 1) {
            own((1 << texts) - 1, true);
        }
        time((1 << texts) - 1);
        if (texts > 1) {
            columns.textOfAlgorithm().ifPresent(text -> ofAlgorithm(1 << text));
        }
    }

    private void shared() {
        for (int column : all(Family.SCALE_OUT, Family.CURVE, Family.AMOUNT)) {
            add(Shape.LINEAR, 0, List.of(column), 0.5);
        }
        for (int column : all(Family.PER_MACHINE)) {
            add(Shape.LINEAR, 0, List.of(column), 0.3);
        }
        surface(0, 0.3);
        all(Family.RATIO).forEach(column -> add(Shape.ROUGH, 0, List.of(column), 0.05, LENGTH, 0.5));
    }

    private void surface(int mask, double deviation) {
        List<Integer> surface = all(Family.SCALE_OUT, Family.AMOUNT, Family.PER_MACHINE);
        double[] lengths = surface.stream()
                .mapToDouble(column -> columns.numbers().get(column).family() == Family.SCALE_OUT ? 1.5 : 2)
                .toArray();
        add(Shape.SMOOTH, mask, surface, deviation, LENGTH, lengths);
    }

    /** Beside others, where there is more than the algorithm to tell runs apart, it has its own of what is otherwise shared by all. */
    private void ofAlgorithm(int mask) {
        all(Family.PER_MACHINE).forEach(column -> add(Shape.LINEAR, mask, List.of(column), 0.3));
        surface(mask, 0.3);
    }

    private void own(int mask, boolean whole) {
        add(Shape.CONSTANT, mask, List.of(), 0.3);
        for (int column : all(Family.SCALE_OUT, Family.CURVE, Family.AMOUNT)) {
            add(Shape.LINEAR, mask, List.of(column), 0.15);
        }
        if (whole) {
            all(Family.PER_MACHINE).forEach(column -> add(Shape.LINEAR, mask, List.of(column), 0.15));
        }
        all(Family.RATIO).forEach(column -> add(Shape.ROUGH, mask, List.of(column), 0.05, LENGTH, 0.5));
        List<Integer> surface = whole ? all(Family.SCALE_OUT, Family.AMOUNT) : all(Family.SCALE_OUT);
        double[] lengths = surface.stream().mapToDouble(column -> 1).toArray();
        add(Shape.SMOOTH, mask, surface, 0.05, OWN_LENGTH, lengths);
    }

    private void time(int whole) {
        if (columns.days().isPresent()) {
            add(Shape.LEVEL, whole, List.of(), 0.04, TIME_LENGTH, 30);
            add(Shape.TREND, whole, List.of(), 0.07);
            if (whole != 0) {
                add(Shape.LEVEL, 0, List.of(), 0.01, TIME_LENGTH, 30);
                add(Shape.TREND, 0, List.of(), 0.005);
            }
        }
    }

    private List<Integer> all(Family... families) {
        List<Family> wanted = List.of(families);
        return IntStream.range(0, columns.numbers().size())
                .filter(i -> wanted.contains(columns.numbers().get(i).family()))
                .boxed()
                .toList();
    }

    private void add(Shape shape, int mask, List<Integer> over, double deviation) {
        add(shape, mask, over, deviation, 0);
    }

    private void add(
            Shape shape, int mask, List<Integer> over, double deviation, double lengthDeviation, double... lengths) {
        all.add(new Term(shape, mask, over, means.size()));
        means.add(2 * Math.log(deviation));
        deviations.add(VARIANCE);
        for (double length : lengths) {
            means.add(Math.log(length));
            deviations.add(lengthDeviation);
        }
    }

    List<Term> all() {
        return all;
    }

    /** The ln variance of the trend that all jobs share; empty where there is no time, or a single job. */
    OptionalInt sharedTrend() {
        return all.stream()
                .filter(term -> term.shape() == Shape.TREND)
                .skip(1) // that of each job
                .mapToInt(Term::parameter)
                .findFirst();
    }

    /** How many parameters there are. */
    int parameters() {
        return means.size();
    }

    double believed(int parameter) {
        return means.get(parameter);
    }

    double deviation(int parameter) {
        return deviations.get(parameter);
    }
}

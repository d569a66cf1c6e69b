package io.bellamy.checking;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Values on days, in the order of these, and what can be said of them without trusting each single one.
 *
 * @param points at least one
 */
record DaySeries(List<DayValue> points) {

    /** A median absolute deviation times this is a standard deviation, where errors are normal. */
    private static final double NORMAL = 1.4826;

    /** What is measured in ln seconds is never surer than this. */
    private static final double LEAST_SCATTER = 0.005;

    /** The value of a day. */
    record DayValue(LocalDate day, double value) {}

    DaySeries {
        points = List.copyOf(points);
    }

    int size() {
        return points.size();
    }

    double value(int i) {
        return points.get(i).value();
    }

    LocalDate day(int i) {
        return points.get(i).day();
    }

    LocalDate newest() {
        return day(size() - 1);
    }

    /** How many days lie between the first and the last. */
    long days() {
        return newest().toEpochDay() - day(0).toEpochDay();
    }

    /** The values of the points from one to before another. */
    double[] values(int from, int to) {
        return points.subList(from, to).stream().mapToDouble(DayValue::value).toArray();
    }

    /** How far one value lies from the next by chance, as a deviation: a step or a slope hardly adds to it. */
    double scatter() {
        double[] steps = IntStream.range(1, size())
                .mapToDouble(i -> Math.abs(value(i) - value(i - 1)))
                .toArray();
        return steps.length == 0 ? LEAST_SCATTER : Math.max(LEAST_SCATTER, NORMAL * median(steps) / Math.sqrt(2));
    }

    /** The middle one; of an even number the mean of the middle two. */
    static double median(double... values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The sum of the distances from the median. */
    static double distances(double... values) {
        double middle = median(values);
        return DoubleStream.of(values).map(value -> Math.abs(value - middle)).sum();
    }
}

package io.bellamy.process;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A run as the process sees it, without its runtime. Never changed.
 */
final class RunPlace {

    private final double[] numbers;
    private final List<String> texts;
    private final double day;
    private final double relevance;

    /**
     * A place.
     *
     * @param numbers of each column, centred; NaN where the run does not tell
     * @param texts of each text property, in one spelling
     * @param day since the epoch; NaN where nobody knows
     * @param relevance how much time matters to runs of these texts, in [0, 1]
     */
    RunPlace(double[] numbers, List<String> texts, double day, double relevance) {
        this.numbers = numbers;
        this.texts = List.copyOf(texts);
        this.day = day;
        this.relevance = relevance;
    }

    List<Double> numbers() {
        return DoubleStream.of(numbers).boxed().toList();
    }

    double number(int column) {
        return numbers[column];
    }

    /** Whether all numbers are known. */
    boolean isWhole() {
        return DoubleStream.of(numbers).noneMatch(Double::isNaN);
    }

    /** ln of it, above the mean: the first column. */
    double scaleOut() {
        return numbers[0];
    }

    List<String> texts() {
        return texts;
    }

    double day() {
        return day;
    }

    double relevance() {
        return relevance;
    }

    /** Which texts are those of another place: bit i of the i-th. */
    int shared(RunPlace other) {
        int bits = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).equals(other.texts.get(i))) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    /** The day; before all others where nobody knows it. */
    double dayOrNone() {
        return Double.isNaN(day) ? Double.NEGATIVE_INFINITY : day;
    }

    /** The same on another day. */
    RunPlace on(double otherDay) {
        return new RunPlace(numbers, texts, otherDay, relevance);
    }

    /** The same where time matters as much. */
    RunPlace with(double otherRelevance) {
        return new RunPlace(numbers, texts, day, otherRelevance);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunPlace place
                && Arrays.equals(numbers, place.numbers)
                && texts.equals(place.texts)
                && Double.compare(day, place.day) == 0
                && Double.compare(relevance, place.relevance) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + texts.hashCode();
    }
}

package io.bellamy.report;

import io.bellamy.evaluation.MethodErrors;
import java.util.Locale;
import java.util.OptionalDouble;

/** A figure of methods that tables show. */
enum Measure {
    RELATIVE("mean relative error, |predicted - actual| / actual", "%.3f"),
    ABSOLUTE("mean absolute error, seconds", "%.1f"),
    LOG("mean |ln predicted - ln actual|", "%.3f"),
    BIAS("mean of ln predicted - ln actual, above 0 where predictions are too long", "%+.3f"),
    SCORE("mean score of the 90 % intervals on ln seconds: width + 20 x what lies outside", "%.3f");

    private static final double MANY = 1000;

    private final String title;
    private final String format;

    Measure(String title, String format) {
        this.title = title;
        this.format = format;
    }

    String title() {
        return title;
    }

    /** Is there a block for each algorithm, or one for all together? */
    boolean isOfEachAlgorithm() {
        return this == RELATIVE || this == ABSOLUTE;
    }

    private OptionalDouble of(MethodErrors cell) {
        return switch (this) {
            case RELATIVE -> OptionalDouble.of(cell.relative().mean());
            case ABSOLUTE -> OptionalDouble.of(cell.absolute().mean());
            case LOG -> OptionalDouble.of(cell.log().mean());
            case BIAS -> OptionalDouble.of(cell.bias());
            case SCORE -> cell.intervalScore();
        };
    }

    /** How far it is from what is best, 0; infinite where there is no figure. */
    double distance(MethodErrors cell) {
        return Math.abs(of(cell).orElse(Double.POSITIVE_INFINITY));
    }

    /** The figure as it is shown. */
    String shown(MethodErrors cell) {
        OptionalDouble figure = of(cell);
        if (figure.isEmpty()) {
            return "-";
        }
        // so far off, digits say nothing but widen the column
        boolean many = Math.abs(figure.getAsDouble()) >= MANY;
        return String.format(Locale.ROOT, many ? "%.0f" : format, figure.getAsDouble());
    }
}

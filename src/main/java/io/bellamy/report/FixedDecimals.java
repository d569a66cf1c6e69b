package io.bellamy.report;

import java.util.Locale;

/** Numbers with so many digits after the point, as {@code %.1f} writes them, which takes ten times as long. */
final class FixedDecimals {

    private static final double[] SHIFTS = {1, 10, 100, 1000, 10_000};

    /** Up to here all digits of a shifted number are exact to far less than {@link #TIE}. */
    private static final double LARGEST = 1e9;

    /** Nearer than this to the middle of two neighbours, and how Java rounds decides. */
    private static final double TIE = 1e-4;

    private FixedDecimals() {}

    /**
     * Writes a number.
     *
     * @param digits after the point, from 1 to 4
     */
    static String of(double value, int digits) {
        double shifted = value * SHIFTS[digits];
        if (!(shifted > 0 && shifted < LARGEST) || Math.abs(shifted - Math.floor(shifted) - 0.5) < TIE) {
            return String.format(Locale.ROOT, "%." + digits + "f", value);
        }
        long rounded = Math.round(shifted);
        long shift = (long) SHIFTS[digits];
        String fraction = Long.toString(shift + rounded % shift);
        return rounded / shift + "." + fraction.substring(1);
    }

    /** The same, after blanks that make it so wide at least. */
    static String of(double value, int digits, int width) {
        String text = of(value, digits);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}

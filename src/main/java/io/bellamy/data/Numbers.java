package io.bellamy.data;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and writes the numbers in data files. */
final class Numbers {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})([eE][+-]?\\d{1,2})?");

    private Numbers() {}

    /** A finite decimal number of a size that can be meant. */
    static Optional<BigDecimal> parse(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Plainly, without an exponent and without zeros at the end: {@code 250000}. */
    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** As a floating point number, always with a point: {@code 250000.0}, {@code 0.5}. */
    static String withPoint(BigDecimal value) {
        String plain = plain(value);
        return plain.contains(".") ? plain : plain + ".0";
    }
}

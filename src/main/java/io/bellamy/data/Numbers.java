package io.bellamy.data;

import java.math.BigDecimal;

/** Writes the numbers that were read from data files. */
final class Numbers {

    private Numbers() {}

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

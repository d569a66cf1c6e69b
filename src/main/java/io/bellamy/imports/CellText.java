package io.bellamy.imports;

import io.bellamy.problem.Quoted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.OptionalLong;

/** How values are written in the tables. */
final class CellText {

    private static final int LONGEST = 900;
    private static final int MILLIS = 3;
    private static final int MICRO = 6;
    private static final MathContext ROUNDED = new MathContext(4, RoundingMode.HALF_UP);

    private CellText() {}

    /** On one line, and not too long. */
    static String text(String value) {
        String line = Quoted.line(value).strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    static String seconds(long millis) {
        return plain(BigDecimal.valueOf(millis, MILLIS));
    }

    /** Between two times in milliseconds, where both are known and in order. */
    static String seconds(OptionalLong from, OptionalLong to) {
        return from.isPresent() && to.isPresent() && to.getAsLong() >= from.getAsLong()
                ? seconds(to.getAsLong() - from.getAsLong())
                : "";
    }

    /** To four digits: no two runs read the same to the byte. */
    static String roundedMegabytes(long bytes) {
        return plain(BigDecimal.valueOf(bytes, MICRO).round(ROUNDED));
    }

    static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    static String rounded(double value, int digits) {
        return plain(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

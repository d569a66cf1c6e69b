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

    /** The end of the year 9999. */
    private static final long LAST_MILLIS = 253_402_300_799_999L;

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

    /** Blank where no calendar has that day. */
    static String instant(long millis) {
        return millis < 0 || millis > LAST_MILLIS
                ? ""
                : Instant.ofEpochMilli(millis).toString();
    }

    static String rounded(double value, int digits) {
        return plain(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP));
    }

    /** A number that can be; blank where it can't: logs may be damaged, or hostile. */
    static String plausible(long number, long least, long most) {
        return number < least || number > most ? "" : Long.toString(number);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

package io.bellamy.numerics;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The one way in which numbers are written in all that users give: requests, options, configuration, data and prices. A
 * decimal number with an optional sign, with a point before its decimals and an optional exponent; single underscores may
 * stand between digits, and spaces around it: {@code 4000}, {@code 4_000}, {@code +5}, {@code .5}, {@code 5.},
 * {@code 1e-3}. Digits are those of ASCII; there are no suffixes, hexadecimals, infinities or other separators. Leading
 * zeros mean nothing.
 */
public final class DecimalText {

    /** More characters than this make no number that can be meant; it also bounds what is computed. */
    private static final int LONGEST = 100;

    private static final int PLAIN = 18;

    private static final String DIGITS = "[0-9]++(?:_[0-9]++)*+";
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:" + DIGITS + "(?:\\.(?:" + DIGITS + ")?)?|\\." + DIGITS + ")(?:[eE][+-]?[0-9]{1,3})?");

    private static final Pattern SEPARATED =
            Pattern.compile("[+-]?\\d[\\d.,'\\u00A0\\u202F ]*[,.'\\u00A0\\u202F ][\\d.]*");
    private static final Pattern SUFFIXED =
            Pattern.compile("[+-]?[0-9_.]+(?:[eE][+-]?[0-9]+)?\\s*[A-Za-z%][A-Za-z0-9%]*");

    private DecimalText() {}

    /** The number; empty where the text is none, or one that is too large or too near to zero to be computed with. */
    public static Optional<BigDecimal> parse(String text) {
        String stripped = text.strip();
        if (isPlain(stripped)) {
            return Optional.of(new BigDecimal(stripped));
        }
        if (stripped.length() > LONGEST
                || isWord(stripped)
                || !NUMBER.matcher(stripped).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(stripped.replace("_", ""));
        double rounded = number.doubleValue();
        boolean lost = Double.isInfinite(rounded) || (rounded == 0 && number.signum() != 0);
        return lost ? Optional.empty() : Optional.of(number);
    }

    /** Digits, and perhaps a point between two, as most numbers are, and too few to be too large or too near to zero. */
    private static boolean isPlain(String text) {
        int last = text.length() - 1;
        if (last < 0 || last > PLAIN || text.charAt(0) == '.' || text.charAt(last) == '.') {
            return false;
        }
        int points = 0;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return points <= 1;
    }

    /** Does it begin as no number does? */
    private static boolean isWord(String text) {
        return text.isEmpty() || Character.isLetter(text.charAt(0));
    }

    /** The finite number that is nearest to what is written; empty where the text is none. */
    public static OptionalDouble number(String text) {
        Optional<BigDecimal> number = parse(text);
        return number.isPresent() ? OptionalDouble.of(number.get().doubleValue()) : OptionalDouble.empty();
    }

    /** The whole number, which may be written as {@code 4.0} or {@code 4e3}; empty where the text is none. */
    public static Optional<Long> whole(String text) {
        return parse(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.abs().precision() - number.scale()
                        <= Long.toString(Long.MAX_VALUE).length())
                .map(BigDecimal::toBigInteger)
                .filter(number -> number.bitLength() < Long.SIZE)
                .map(Number::longValue);
    }

    /** One spelling for all numbers of a value, {@code 1E+3}; another text as it is. */
    public static String canonical(String text) {
        return parse(text).map(DecimalText::canonical).orElse(text);
    }

    /** One spelling for all texts that are this number. */
    public static String canonical(BigDecimal number) {
        return number.stripTrailingZeros().toString();
    }

    /** What is likely wrong with a text that should be a number, to stand behind a rule; may be empty. */
    public static String hint(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST || parse(stripped).isPresent()) {
            return "";
        }
        if (NUMBER.matcher(stripped).matches()) {
            return " of a size that can be computed with";
        }
        if (SUFFIXED.matcher(stripped).matches()) {
            return ", without a unit or suffix";
        }
        return SEPARATED.matcher(stripped).matches()
                ? ", with a point before the decimals and nothing between the thousands, as 1501.5"
                : "";
    }
}

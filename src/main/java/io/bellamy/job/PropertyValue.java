package io.bellamy.job;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares property values by what they mean, not by how they are typed: 25 is "25.0", 0.001 is 1e-3. */
public final class PropertyValue {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})([eE][+-]?\\d{1,4})?");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private PropertyValue() {}

    /** One spelling for all values that mean the same: every word that is a number is written in one way. */
    public static String canonical(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            return "";
        }
        return Arrays.stream(SPACE.split(stripped))
                .map(PropertyValue::canonicalWord)
                .collect(Collectors.joining(" "));
    }

    /** Do two values mean the same? */
    public static boolean same(String one, String other) {
        return one.equals(other) || canonical(one).equals(canonical(other));
    }

    /** The value as a number, if it is one and nothing else. */
    public static OptionalDouble number(String value) {
        String stripped = value.strip();
        return NUMBER.matcher(stripped).matches()
                ? OptionalDouble.of(Double.parseDouble(stripped))
                : OptionalDouble.empty();
    }

    private static String canonicalWord(String word) {
        if (!NUMBER.matcher(word).matches()) {
            return word;
        }
        return new BigDecimal(word).stripTrailingZeros().toString();
    }
}

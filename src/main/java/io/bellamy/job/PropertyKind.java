package io.bellamy.job;

import io.bellamy.numerics.DecimalText;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When two values of a property mean the same. Spaces around a value, and how many stand between words, never matter. */
public enum PropertyKind {
    /** A name: the same text. {@code 3.10} is not {@code 3.1}. */
    NAME {
        @Override
        String spelled(String text) {
            return text;
        }
    },

    /** A number: the same number. {@code 25} is {@code 25.0}. A text that is no number is a name. */
    NUMBER {
        @Override
        String spelled(String text) {
            return DecimalText.canonical(text);
        }
    },

    /** A text with numbers in it: the same words, numbers among them by value. {@code 25 0.001} is {@code 25.0 1e-3}. */
    NUMBERS {
        @Override
        String spelled(String text) {
            return Arrays.stream(text.split(" ", -1))
                    .map(DecimalText::canonical)
                    .collect(Collectors.joining(" "));
        }
    };

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** One spelling for all values that mean the same. */
    public String canonical(String value) {
        String stripped = value.strip();
        return spelled(
                isSpacedByOne(stripped) ? stripped : SPACE.matcher(stripped).replaceAll(" "));
    }

    /** Is every space in it a single blank, as in most texts? */
    private static boolean isSpacedByOne(String text) {
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == ' ' && blank) || (c >= '\t' && c <= '\r')) {
                return false;
            }
            blank = c == ' ';
        }
        return true;
    }

    /** Do two values mean the same? */
    public boolean same(String one, String other) {
        return one.equals(other) || canonical(one).equals(canonical(other));
    }

    /** As it is written in a description. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract String spelled(String text);
}

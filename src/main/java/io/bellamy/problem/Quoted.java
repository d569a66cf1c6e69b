package io.bellamy.problem;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text that came from outside, made safe to be shown: nothing in it can be obeyed by a terminal, turn the direction of what
 * is written, or end a line.
 */
public final class Quoted {

    private static final int LONGEST = 80;

    /** Control and format characters, other ends of lines, halves of characters, and what is no character at all. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029\\uFFFE\\uFFFF]");

    private Quoted() {}

    /** {@code 'value'}, with control characters (line breaks, terminal escapes) replaced and at most 80 characters long. */
    public static String of(Object value) {
        return "'" + plain(value) + "'";
    }

    /** As {@link #of} without the quotation marks. */
    public static String plain(Object value) {
        String text = String.valueOf(value);
        return line(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }

    /** Text of any length on one line, with control characters, and what is no character at all, replaced. */
    public static String line(String text) {
        return isPlain(text, "") ? text : OBEYED.matcher(text).replaceAll("?");
    }

    /**
     * The same text with every such character as its escapes in JSON: {@code \\u001b}. In a document of JSON, of which all
     * but the texts' insides is blanks and signs, it changes no value.
     *
     * @param kept characters that stay as they are, such as the line ends of a document
     */
    public static String escaped(String text, String kept) {
        if (isPlain(text, kept)) {
            return text;
        }
        return OBEYED.matcher(text)
                .replaceAll(found -> kept.contains(found.group())
                        ? found.group()
                        : Matcher.quoteReplacement(found.group()
                                .chars()
                                .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                                .collect(Collectors.joining())));
    }

    /** Has it nothing but what can be printed in ASCII, as most texts, which are seen through sooner than by a pattern? */
    private static boolean isPlain(String text, String kept) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && kept.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}

package io.bellamy.problem;

/** A value that came from outside, made safe to stand in a message. */
public final class Quoted {

    private static final int LONGEST = 80;

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
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029\\uFFFE\\uFFFF]", "?");
    }
}

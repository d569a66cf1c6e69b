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
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return shown.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    }
}

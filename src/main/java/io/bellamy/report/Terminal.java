package io.bellamy.report;

/**
 * What the reader's screen can show beyond plain text.
 *
 * @param curve whether a small curve stands beside the figures
 * @param colour whether the choice stands out in colour
 */
public record Terminal(boolean curve, boolean colour) {

    /** No screen: a file or another program. */
    public static final Terminal NONE = new Terminal(false, false);
}

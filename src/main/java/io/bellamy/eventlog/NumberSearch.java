package io.bellamy.eventlog;

/**
 * Looks for numbers in a line by keys, each of which stands there once: from where the last one was found, since Spark writes
 * them in an order, and from the beginning where that finds nothing.
 */
final class NumberSearch {

    private final EventLine line;
    private final int from;
    private int at;

    NumberSearch(EventLine line, int from) {
        this.line = line;
        this.from = from;
        this.at = from;
    }

    /** The whole number behind a key; 0 where there is none. */
    long next(JsonKey key) {
        int behind = line.after(key, at);
        if (behind < 0 && at > from) {
            behind = line.after(key, from);
        }
        if (behind < 0) {
            return 0;
        }
        at = behind;
        return line.number(behind);
    }
}

package io.bellamy.eventlog;

import java.nio.charset.StandardCharsets;

/**
 * A line of a log. It is a range of a buffer, good until the next one is read.
 */
final class EventLine {

    private static final byte[] EVENT = "{\"Event\":\"".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_NAME = 200;

    private byte[] bytes = {};
    private int from;
    private int to;

    void set(byte[] buffer, int begin, int end) {
        this.bytes = buffer;
        this.from = begin;
        this.to = end > begin && buffer[end - 1] == '\r' ? end - 1 : end;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    /** Is there nothing but blanks? */
    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The name of the event, where it begins as Spark writes it; else blank. */
    String event() {
        if (!startsAt(EVENT, from)) {
            return "";
        }
        int begin = from + EVENT.length;
        int end = begin;
        while (end < to && end - begin <= LONGEST_NAME && bytes[end] != '"') {
            end++;
        }
        return end < to && bytes[end] == '"' ? new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1) : "";
    }

    /** Ends it as an event does that was written whole. */
    boolean isClosed() {
        return length() > 0 && bytes[to - 1] == '}';
    }

    /** Where the value of a key begins, looked for from a place on; -1 where the key is not there. */
    int after(JsonKey key, int place) {
        return key.after(bytes, place, to);
    }

    /** The whole number at a place; 0 where there is none. */
    long number(int place) {
        int at = place;
        long number = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + bytes[at++] - '0';
        }
        return number;
    }

    private boolean startsAt(byte[] text, int place) {
        if (place + text.length > to) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[place + i] != text[i]) {
                return false;
            }
        }
        return true;
    }
}

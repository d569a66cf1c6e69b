package io.bellamy.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A key with its quotation marks and colon, looked for by its bytes (Horspool's way). A quotation mark inside of a text has a
 * backslash before it, so what is found is a key and never part of a text.
 */
final class JsonKey {

    private static final int BYTE = 0xFF;

    private final byte[] text;

    /** How far to go on behind a byte that stands where the last one should. */
    private final int[] steps = new int[BYTE + 1];

    JsonKey(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        int length = this.text.length;
        Arrays.fill(steps, length);
        for (int i = 0; i < length - 1; i++) {
            steps[this.text[i] & BYTE] = length - 1 - i;
        }
    }

    /** Where the first one in a range ends; -1 where there is none. */
    int after(byte[] bytes, int from, int to) {
        byte[] wanted = text;
        int last = wanted.length - 1;
        int at = from + last;
        while (at < to) {
            byte here = bytes[at];
            if (here == wanted[last] && Arrays.equals(bytes, at - last, at, wanted, 0, last)) {
                return at + 1;
            }
            at += steps[here & BYTE];
        }
        return -1;
    }
}

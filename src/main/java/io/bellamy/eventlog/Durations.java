package io.bellamy.eventlog;

import java.util.Arrays;

/** How long the tasks of a stage took, in milliseconds. Of very many the first ones tell the median. */
final class Durations {

    private static final int MOST = 1 << 16;
    private static final int FEW = 16;

    private int[] kept = new int[FEW];
    private int size;
    private long longest;

    void add(long millis) {
        longest = Math.max(longest, millis);
        if (size == MOST) {
            return;
        }
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, 2 * size);
        }
        kept[size++] = (int) Math.min(Math.max(0, millis), Integer.MAX_VALUE);
    }

    long longest() {
        return longest;
    }

    /** The lower one of two in the middle; 0 where there is none. */
    long median() {
        int[] sorted = Arrays.copyOf(kept, size);
        Arrays.sort(sorted);
        return size == 0 ? 0 : sorted[(size - 1) / 2];
    }
}

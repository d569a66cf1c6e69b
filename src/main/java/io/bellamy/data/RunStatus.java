package io.bellamy.data;

import java.util.Locale;

/** How a run ended. */
public enum RunStatus {
    /** It did what it was to do. */
    FINISHED,
    /** It did not, so its time says nothing. */
    FAILED,
    /** It failed for want of memory. */
    OUT_OF_MEMORY,
    /** It was stopped, and would have taken longer. */
    STOPPED;

    /** Did it do nothing that its time could tell of? */
    public boolean isLost() {
        return this == FAILED || this == OUT_OF_MEMORY;
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.bellamy.data;

import java.util.Locale;

/** How a run ended. */
public enum RunStatus {
    /** It did what it was to do. */
    FINISHED,
    /** It did not, so its time says nothing. */
    FAILED,
    /** It was stopped, and would have taken longer. */
    STOPPED;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

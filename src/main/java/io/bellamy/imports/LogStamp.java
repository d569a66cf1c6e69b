package io.bellamy.imports;

/**
 * By what a log is known again that has not changed.
 *
 * @param place where it is
 * @param bytes how much lies there; 0 where nobody says
 * @param modified when it was written to for the last time, in milliseconds since 1970
 */
record LogStamp(String place, long bytes, long modified) {

    /** As of a log that is read again the next time. */
    LogStamp unsettled() {
        return new LogStamp(place, bytes, 0);
    }
}

package io.bellamy.eventlog;

/** Which stage, and the how manieth attempt at it, from 0. */
record StageKey(long id, long attempt) {

    private static final JsonKey STAGE = new JsonKey("\"Stage ID\":");
    private static final JsonKey ATTEMPT = new JsonKey("\"Stage Attempt ID\":");

    /** The first one that a line names, as Spark writes it. */
    static StageKey of(EventLine line) {
        NumberSearch numbers = new NumberSearch(line, line.from());
        return new StageKey(numbers.next(STAGE), numbers.next(ATTEMPT));
    }
}

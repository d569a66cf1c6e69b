package io.bellamy.eventlog;

import java.io.IOException;

/**
 * What a log says of a task that ended. These are most of a log, and accumulables most of them, of which nothing is needed: in
 * a line as Spark writes it the dozen numbers are looked for by their keys. A parser reads what is written otherwise.
 */
record FinishedTask(StageKey stage, boolean succeeded, boolean starved, long launched, long finished, TaskWork work) {

    private static final JsonKey SUCCESS = new JsonKey("\"Task End Reason\":{\"Reason\":\"Success\"}");
    private static final JsonKey LAUNCH = new JsonKey("\"Launch Time\":");
    private static final JsonKey FINISH = new JsonKey("\"Finish Time\":");
    private static final JsonKey METRICS = new JsonKey("\"Task Metrics\":{");
    private static final JsonKey MEMORY = new JsonKey("\"Peak Execution Memory\":");
    private static final JsonKey SPILLED = new JsonKey("\"Disk Bytes Spilled\":");
    private static final JsonKey REMOTE = new JsonKey("\"Remote Bytes Read\":");
    private static final JsonKey LOCAL = new JsonKey("\"Local Bytes Read\":");
    private static final JsonKey SHUFFLED = new JsonKey("\"Shuffle Bytes Written\":");
    private static final JsonKey READ = new JsonKey("\"Bytes Read\":");
    private static final JsonKey RECORDS = new JsonKey("\"Records Read\":");
    private static final JsonKey WRITTEN = new JsonKey("\"Bytes Written\":");

    static FinishedTask of(EventLine line) throws IOException {
        int success = line.after(SUCCESS, line.from());
        int metrics = success < 0 ? -1 : line.after(METRICS, success);
        if (metrics < 0) {
            return TaskFields.read(line);
        }
        NumberSearch times = new NumberSearch(line, success);
        long launched = times.next(LAUNCH);
        long finished = times.next(FINISH);
        NumberSearch amounts = new NumberSearch(line, metrics);
        long memory = amounts.next(MEMORY);
        long spilled = amounts.next(SPILLED);
        long shuffleRead = amounts.next(REMOTE) + amounts.next(LOCAL);
        long shuffled = amounts.next(SHUFFLED);
        long read = amounts.next(READ);
        long records = amounts.next(RECORDS);
        long written = amounts.next(WRITTEN);
        return new FinishedTask(
                StageKey.of(line),
                true,
                false,
                launched,
                finished,
                new TaskWork(read, records, written, shuffleRead, shuffled, spilled, memory));
    }
}

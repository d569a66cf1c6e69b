package io.bellamy.eventlog;

import io.bellamy.eventlog.SparkRun.LogReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the log of one run, part by part. What is wrong with it ends nothing: the run is told as far as it was read. */
public final class EventLog {

    /** Plans of SQL may be very long; what is longer than this is none that counts. */
    private static final int LONGEST_LINE = 1 << 26;

    /** A file that is no log is known for one by its first lines. */
    private static final int FIRST_LINES = 5;

    private final RunRecorder recorder = new RunRecorder();
    private long lines;
    private long events;
    private long badLines;
    private long longLines;
    private boolean endsInside;
    private Optional<String> brokenOff = Optional.empty();

    /** Takes the next part in; false where it is no log at all, and nothing more need be read. */
    public boolean read(InputStream in) {
        LineReader reader = new LineReader(in, LONGEST_LINE);
        EventLine line = new EventLine();
        boolean isLog = true;
        try {
            while (isLog && reader.next(line)) {
                take(line);
                isLog = events > 0 || lines < FIRST_LINES;
            }
        } catch (IOException failure) {
            brokenOff = Optional.of(String.valueOf(failure.getMessage()));
        }
        longLines += reader.passedOver();
        return isLog;
    }

    private void take(EventLine line) {
        if (line.isBlank()) {
            return;
        }
        lines++;
        endsInside = false;
        try {
            String event = name(line);
            if (event.isEmpty() || !line.isClosed()) {
                bad();
            } else {
                recorder.take(event, line);
                events++;
            }
        } catch (IOException noJson) {
            bad();
        }
    }

    private void bad() {
        badLines++;
        endsInside = true;
    }

    /** Others than Spark may write blanks, or the name of the event behind other fields. */
    private static String name(EventLine line) throws IOException {
        String asUsual = line.event();
        if (!asUsual.isEmpty() || line.bytes()[line.from()] != '{') {
            return asUsual;
        }
        StringBuilder name = new StringBuilder();
        JsonFields.read(line, (field, json) -> {
            if (field.equals("Event")) {
                name.append(JsonFields.text(json));
            }
            return name.length() == 0;
        });
        return name.toString();
    }

    /** Was there a single event? */
    public boolean isEmpty() {
        return events == 0;
    }

    /** What the run was, as far as it was read. */
    public SparkRun run() {
        return recorder.run(new LogReading(lines, events, badLines, longLines, brokenOff, endsInside));
    }
}

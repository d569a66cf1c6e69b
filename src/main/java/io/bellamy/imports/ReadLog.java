package io.bellamy.imports;

import io.bellamy.eventlog.EventLog;
import io.bellamy.eventlog.SparkRun;
import io.bellamy.files.Reason;
import io.bellamy.logfiles.LogPart;
import io.bellamy.logfiles.LogSource;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What came of reading a log. */
sealed interface ReadLog {

    /**
     * It says what a run was.
     *
     * @param row of the run
     * @param stages the rows of its stages
     * @param withoutLog why this is not by its log, and what is unknown for that, where that is so
     */
    record RunLog(RunRow row, List<List<String>> stages, Optional<String> withoutLog) implements ReadLog {}

    /**
     * It is no log.
     *
     * @param place where it is
     * @param reason why it could not be read
     */
    record NoLog(String place, String reason) implements ReadLog {}

    /** Reads it. Whatever is wrong with a file ends nothing but its own reading. */
    static ReadLog of(LogSource source, LogStamp stamp, RowMaker maker) {
        EventLog log = new EventLog();
        try {
            for (LogPart part : source.parts()) {
                try (InputStream in = part.text()) {
                    if (!log.read(in)) {
                        return new NoLog(stamp.place(), "is no event log of Spark");
                    }
                }
            }
            if (log.isEmpty()) {
                return new NoLog(stamp.place(), source.bytes() == 0 ? "is empty" : "is no event log of Spark");
            }
            SparkRun run = log.run();
            RunRow row = maker.row(run, LogCondition.of(source), stamp);
            return new RunLog(row, StageRows.of(row, run), Optional.empty());
        } catch (IOException failure) {
            return new NoLog(stamp.place(), Reason.of(failure));
        } catch (RuntimeException | LinkageError failure) {
            return new NoLog(stamp.place(), "can't be read: " + Quoted.plain(failure));
        }
    }
}

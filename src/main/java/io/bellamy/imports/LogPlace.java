package io.bellamy.imports;

import io.bellamy.files.OutputFile;
import io.bellamy.files.Reason;
import io.bellamy.historyserver.HistoryServer;
import io.bellamy.historyserver.HistoryServer.ServedRun;
import io.bellamy.historyserver.RefusedException;
import io.bellamy.historyserver.ServedFacts;
import io.bellamy.imports.FoundLog.FiledLog;
import io.bellamy.imports.ImportSummary.UnreadFile;
import io.bellamy.imports.ReadLog.NoLog;
import io.bellamy.imports.ReadLog.RunLog;
import io.bellamy.logfiles.LogSearch;
import io.bellamy.logfiles.LogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where logs are. */
public interface LogPlace {

    /**
     * Looks for logs.
     *
     * @param scratch a folder for what is only needed while it is read
     * @param unread gets what can't be looked at
     */
    List<FoundLog> find(Path scratch, List<UnreadFile> unread);

    /** Files, archives, and folders that are searched. */
    record LogFiles(List<Path> paths) implements LogPlace {

        public LogFiles {
            paths = List.copyOf(paths);
        }

        @Override
        public List<FoundLog> find(Path scratch, List<UnreadFile> unread) {
            LogSearch search = LogSearch.in(paths);
            search.unread().forEach(file -> unread.add(new UnreadFile(file.place(), file.reason())));
            return search.sources().stream().<FoundLog>map(FiledLog::of).toList();
        }
    }

    /** A log that a history server has; what is only needed while it is read goes into the scratch folder. */
    record ServedLog(LogServer from, ServedRun run, Path scratch) implements FoundLog {

        @Override
        public LogStamp stamp() {
            return new LogStamp(run.place(), 0, run.updated());
        }

        @Override
        public ReadLog read(RowMaker maker) {
            return from.read(run, stamp(), OutputFile.aside(scratch), maker);
        }
    }

    /** A history server, which has logs to give. */
    record LogServer(HistoryServer server) implements LogPlace {

        @Override
        public List<FoundLog> find(Path scratch, List<UnreadFile> unread) {
            return server.runs().stream()
                    .<FoundLog>map(run -> new ServedLog(this, run, scratch))
                    .toList();
        }

        private ReadLog read(ServedRun run, LogStamp stamp, Path file, RowMaker maker) {
            try {
                try {
                    server.fetch(run, file);
                    return LogSearch.in(List.of(file)).sources().stream()
                            .max(Comparator.comparingLong(LogSource::bytes))
                            .map(source -> ReadLog.of(source, stamp, maker))
                            .orElseGet(() -> new NoLog(stamp.place(), "the server gives an archive without a log"));
                } finally {
                    OutputFile.deleteIfThere(file);
                }
            } catch (RefusedException refused) {
                return refused.isOfThisAlone()
                        ? withoutLog(run, stamp, refused, maker)
                        : new NoLog(stamp.place(), Reason.of(refused));
            } catch (IOException failure) {
                return new NoLog(stamp.place(), Reason.of(failure));
            } catch (UncheckedIOException failure) {
                return new NoLog(stamp.place(), Reason.of(failure.getCause()));
            }
        }

        /** By what the server says of the run otherwise; where it is in trouble it is asked again the next time. */
        private ReadLog withoutLog(ServedRun run, LogStamp stamp, RefusedException refused, RowMaker maker) {
            try {
                ServedFacts facts = server.facts(run);
                String reason = "the history server does not give its log (" + Reason.of(refused) + "): not known are "
                        + String.join(", ", facts.missing());
                LogCondition condition = new LogCondition(List.of(reason), facts.defect());
                RunRow row = maker.row(facts.run(), condition, refused.mayPass() ? stamp.unsettled() : stamp);
                return new RunLog(row, StageRows.of(row, facts.run()), Optional.of(reason));
            } catch (IOException failure) {
                return new NoLog(
                        stamp.place(), Reason.of(refused) + "; and of the run otherwise: " + Reason.of(failure));
            }
        }
    }
}

package io.bellamy.imports;

import io.bellamy.files.OutputFile;
import io.bellamy.files.Reason;
import io.bellamy.historyserver.HistoryServer;
import io.bellamy.historyserver.HistoryServer.ServedRun;
import io.bellamy.imports.ImportSummary.UnreadFile;
import io.bellamy.imports.ReadLog.NoLog;
import io.bellamy.logfiles.LogSearch;
import io.bellamy.logfiles.LogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Where logs are. */
public sealed interface LogPlace {

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
            return search.sources().stream().map(LogFiles::found).toList();
        }

        private static FoundLog found(LogSource source) {
            LogStamp stamp = new LogStamp(source.place(), source.bytes(), source.modified());
            return new FoundLog(stamp, maker -> ReadLog.of(source, stamp, maker));
        }
    }

    /** A history server, which has logs to give. */
    record LogServer(HistoryServer server) implements LogPlace {

        @Override
        public List<FoundLog> find(Path scratch, List<UnreadFile> unread) {
            return server.runs().stream()
                    .map(run -> {
                        LogStamp stamp = new LogStamp(run.place(), 0, run.updated());
                        return new FoundLog(stamp, maker -> read(run, stamp, OutputFile.aside(scratch), maker));
                    })
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
            } catch (IOException failure) {
                return new NoLog(stamp.place(), Reason.of(failure));
            } catch (UncheckedIOException failure) {
                return new NoLog(stamp.place(), Reason.of(failure.getCause()));
            }
        }
    }
}

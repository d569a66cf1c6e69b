package io.bellamy.imports;

import io.bellamy.files.DatasetLock;
import io.bellamy.files.OutputFile;
import io.bellamy.imports.FoundLog.FiledLog;
import io.bellamy.imports.ReadLog.NoLog;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Imports logs into a data set.
 *
 * @param folder of the data set, which need not be there
 * @param dryRun whether to write nothing
 * @param readers who reads the logs
 * @param progress is told how many logs of how many were read; by several threads
 */
public record SparkImport(Path folder, boolean dryRun, LogReaders readers, Progress progress) {

    private static final String NOTHING =
            "nothing was found there: Spark writes event logs where spark.eventLog.dir says, if spark.eventLog.enabled is true";

    /** Is told how far the reading is. */
    @FunctionalInterface
    public interface Progress {
        void read(int logs, int of);
    }

    /** Imports all logs that are found in these places. */
    public ImportSummary run(List<LogPlace> places) {
        try {
            if (dryRun) {
                return locked(places);
            }
            requireOwn();
            OutputFile.makeFolders(folder);
            DatasetLock lock = DatasetLock.take(folder);
            try (lock) {
                OutputFile.deleteLeftovers(folder);
                return locked(places);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't import into " + Quoted.line(folder.toString()), failure);
        }
    }

    /** A data set that no import made is not one to import into. */
    private void requireOwn() throws IOException {
        if (DescriptionFile.in(folder).exists() && !RulesFile.in(folder).exists()) {
            throw new InvalidInputException(Quoted.line(folder.toString())
                    + ": is a data set that no import made: choose another name, or write an import.yml there");
        }
    }

    /** Some logs at a time, so that however many there are their runs need not be held, and what was done is not lost. */
    private ImportSummary locked(List<LogPlace> places) throws IOException {
        requireOwn();
        RulesFile rulesFile = RulesFile.in(folder);
        RuleText rules = rulesFile.rules();
        RowMaker maker = rules.maker();
        ReadRuns runs = new ReadRuns(!dryRun);
        Path scratch = dryRun ? Path.of(System.getProperty("java.io.tmpdir")) : folder;
        List<FoundLog> found = places.stream()
                .flatMap(place -> place.find(scratch, runs.unread()).stream())
                .toList();
        LogCopies copies = LogCopies.in(folder);
        List<FoundLog> fresh = KnownLogs.among(found, RunsTable.in(folder), copies, maker.digest())
                .fresh();
        if (!dryRun) {
            rulesFile.writeWhereMissing();
        }
        RunCounts counts = new RunCounts(0, 0, 0, 0);
        int noLogs = 0;
        for (int read = 0; ; ) {
            int next = Math.min(fresh.size(), read + readers.atATime());
            List<ReadLog> part = read(fresh, read, next, rules);
            part.forEach(runs::add);
            noLogs += noLogs(fresh.subList(read, next), part);
            read = next;
            boolean last = read == fresh.size();
            if (last || !dryRun) {
                MergedData data = new MergedData(folder, maker.rules(), runs);
                counts = counts.then(data.counts());
                if (!dryRun) {
                    data.write(copies);
                }
                runs.forgetRuns();
                if (last) {
                    return new ImportSummary(
                            folder,
                            dryRun,
                            maker.rules().scaleOut().toString(),
                            found.size() - noLogs,
                            found.size() - fresh.size(),
                            counts,
                            data.jobs(),
                            data.leftOut().counts(),
                            data.leftOut().examples(),
                            runs.unread(),
                            runs.withoutLog(),
                            advice(found.isEmpty() && runs.unread().isEmpty(), data));
                }
            }
        }
    }

    /** What lies among logs may be anything; what a server lists is a log, also where it can't be read. */
    private static int noLogs(List<FoundLog> found, List<ReadLog> read) {
        return (int) IntStream.range(0, read.size())
                .filter(i -> found.get(i) instanceof FiledLog && read.get(i) instanceof NoLog)
                .count();
    }

    private List<String> advice(boolean nothingThere, MergedData data) throws IOException {
        List<String> advice = new ArrayList<>();
        if (nothingThere) {
            advice.add(NOTHING);
        }
        data.describe(dryRun).ifPresent(advice::add);
        return advice;
    }

    private List<ReadLog> read(List<FoundLog> logs, int from, int to, RuleText rules) {
        AtomicInteger done = new AtomicInteger(from);
        return readers.read(logs.subList(from, to), rules, () -> progress.read(done.incrementAndGet(), logs.size()));
    }
}

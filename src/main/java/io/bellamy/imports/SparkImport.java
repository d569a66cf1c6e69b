package io.bellamy.imports;

import io.bellamy.files.OutputFile;
import io.bellamy.grouping.ArgumentChoice;
import io.bellamy.grouping.ImportRules;
import io.bellamy.imports.ImportSummary.UnreadFile;
import io.bellamy.imports.ReadLog.NoLog;
import io.bellamy.imports.ReadLog.RunLog;
import io.bellamy.imports.RunRow.RunKey;
import io.bellamy.numerics.Parallel;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Imports logs into a data set.
 *
 * @param folder of the data set, which need not be there
 * @param dryRun whether to write nothing
 * @param progress is told how many logs of how many were read; by several threads
 */
public record SparkImport(Path folder, boolean dryRun, Progress progress) {

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

    private ImportSummary locked(List<LogPlace> places) throws IOException {
        requireOwn();
        RulesFile rulesFile = RulesFile.in(folder);
        ImportRules rules = rulesFile.rules();
        RowMaker maker = new RowMaker(rules, rulesFile.digest());
        List<UnreadFile> unread = new ArrayList<>();
        Path scratch = dryRun ? Path.of(System.getProperty("java.io.tmpdir")) : folder;
        List<FoundLog> found = places.stream()
                .flatMap(place -> place.find(scratch, unread).stream())
                .toList();
        RunsTable table = RunsTable.in(folder);
        KnownLogs known = KnownLogs.among(found, table, maker.digest());
        List<FoundLog> fresh = known.fresh();
        Map<RunKey, List<List<String>>> stages = new LinkedHashMap<>();
        List<UnreadFile> withoutLog = new ArrayList<>();
        List<RunRow> rows = rows(read(fresh, maker), unread, withoutLog, stages);
        MergedRuns merged = new MergedRuns(table, known.rows(), rows);
        JobTable jobs = new JobTable(rules.arguments(), merged::each);
        DescriptionFile description = DescriptionFile.in(folder);
        Map<String, Boolean> sized = new HashMap<>();
        jobs.tallies().forEach((name, tally) -> sized.put(name, tally.isSized()));
        sized.putAll(description.sized());
        LeftOutRuns leftOut = new LeftOutRuns();
        Map<String, JobSummary.Tally> tallies = jobs.tallies();
        boolean changed = tally(merged, jobs, sized, leftOut, tallies);
        List<JobSummary> summaries = summaries(tallies, jobs.arguments());
        List<String> advice = new ArrayList<>();
        if (!dryRun) {
            rulesFile.writeWhereMissing();
            stages.keySet().retainAll(merged.changed());
            if (!stages.isEmpty()) {
                StageRows.write(folder, stages);
            }
            if (changed) {
                table.write(taker -> merged.each(row -> taker.accept(jobs.finished(row, sized))));
            }
            Map<String, Boolean> described = new LinkedHashMap<>();
            summaries.forEach(job -> described.put(job.algorithm(), sized.getOrDefault(job.algorithm(), false)));
            if (!described.isEmpty()) {
                description.add(described).ifPresent(advice::add);
            }
        }
        return new ImportSummary(
                folder,
                dryRun,
                rules.scaleOut().toString(),
                found.size(),
                found.size() - fresh.size(),
                merged.counts(),
                summaries,
                leftOut.counts(),
                leftOut.examples(),
                unread,
                withoutLog,
                advice);
    }

    private List<ReadLog> read(List<FoundLog> logs, RowMaker maker) {
        AtomicInteger done = new AtomicInteger();
        return Parallel.map(logs.size(), i -> {
            ReadLog log = logs.get(i).reading().apply(maker);
            progress.read(done.incrementAndGet(), logs.size());
            return log;
        });
    }

    private static List<RunRow> rows(
            List<ReadLog> logs,
            List<UnreadFile> unread,
            List<UnreadFile> withoutLog,
            Map<RunKey, List<List<String>>> stages) {
        List<RunRow> rows = new ArrayList<>();
        Map<RunKey, RunRow> best = new HashMap<>();
        for (ReadLog log : logs) {
            if (log instanceof NoLog none) {
                unread.add(new UnreadFile(none.place(), none.reason()));
            } else if (log instanceof RunLog run) {
                rows.add(run.row());
                run.withoutLog()
                        .ifPresent(reason ->
                                withoutLog.add(new UnreadFile(run.row().text(RunColumn.LOG), reason)));
                RunRow known = best.get(run.row().key());
                if (known == null || run.row().saysMoreThan(known)) {
                    best.put(run.row().key(), run.row());
                    stages.put(run.row().key(), run.stages());
                }
            }
        }
        return rows;
    }

    /** Counts rows as they will be; tells whether one is not as it was. */
    private static boolean tally(
            MergedRuns merged,
            JobTable jobs,
            Map<String, Boolean> sized,
            LeftOutRuns leftOut,
            Map<String, JobSummary.Tally> tallies) {
        Set<RunKey> read = merged.changed();
        boolean[] changed = {!read.isEmpty()};
        merged.each(row -> {
            RunRow finished = jobs.finished(row, sized);
            changed[0] |= !finished.equals(row);
            finished.known(RunColumn.LEFT_OUT).ifPresent(reason -> leftOut.add(finished, reason));
            finished.known(RunColumn.ALGORITHM)
                    .ifPresent(name -> tallies.get(name).add(finished));
        });
        return changed[0];
    }

    private static List<JobSummary> summaries(
            Map<String, JobSummary.Tally> tallies, Map<String, ArgumentChoice> arguments) {
        return tallies.entrySet().stream()
                .map(job -> job.getValue()
                        .summary(job.getKey(), arguments.get(job.getKey()).chosen()))
                .filter(job -> job.count() > 0)
                .sorted(Comparator.comparing(JobSummary::algorithm))
                .toList();
    }
}

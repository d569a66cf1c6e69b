package io.bellamy.imports;

import io.bellamy.grouping.ArgumentChoice;
import io.bellamy.grouping.ImportRules;
import io.bellamy.grouping.ImportRules.ScaleOutMeasure;
import io.bellamy.imports.RunRow.RunKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The data set as it is when what was read has been taken in. */
final class MergedData {

    private final Path folder;
    private final RunsTable table;
    private final MergedRuns merged;
    private final ReadRuns runs;
    private final JobTable jobs;
    private final Map<String, Boolean> sized = new HashMap<>();
    private final LeftOutRuns leftOut = new LeftOutRuns();
    private final List<JobSummary> summaries;
    private final boolean changed;
    private final ScaleOutMeasure scaleOut;

    MergedData(Path folder, ImportRules rules, ReadRuns runs) throws IOException {
        this.scaleOut = rules.scaleOut();
        this.folder = folder;
        this.runs = runs;
        this.table = RunsTable.in(folder);
        this.merged = new MergedRuns(table, runs);
        this.jobs = new JobTable(rules.arguments(), merged::each);
        Map<String, JobSummary.Tally> tallies = jobs.tallies();
        tallies.forEach((name, tally) -> sized.put(name, tally.isSized()));
        sized.putAll(DescriptionFile.in(folder).sized());
        this.changed = tally(merged, jobs, sized, leftOut, tallies);
        this.summaries = summaries(tallies, jobs.arguments());
    }

    RunCounts counts() {
        return merged.counts();
    }

    /** Writes what is not as it was; what counts comes last, so that an import that is killed is made good by the next. */
    void write(LogCopies copies) {
        copies.add(merged.copies());
        Map<RunKey, List<List<String>>> stages = new LinkedHashMap<>(runs.stages());
        stages.keySet().retainAll(merged.changed());
        if (!stages.isEmpty()) {
            StageRows.write(folder, stages);
        }
        if (changed) {
            table.write(taker -> merged.each(row -> taker.accept(jobs.finished(row, sized))));
        }
    }

    /**
     * Adds what is new to the description, when all is read.
     *
     * @param dryRun whether to write nothing
     * @return what is left to do for the user
     */
    Optional<String> describe(boolean dryRun) throws IOException {
        Map<String, Boolean> described = new LinkedHashMap<>();
        summaries.forEach(job -> described.put(job.algorithm(), sized.getOrDefault(job.algorithm(), false)));
        return described.isEmpty()
                ? Optional.empty()
                : DescriptionFile.in(folder).add(described, scaleOut, dryRun);
    }

    List<JobSummary> jobs() {
        return summaries;
    }

    LeftOutRuns leftOut() {
        return leftOut;
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

package io.bellamy.imports;

import io.bellamy.grouping.AlgorithmNames;
import io.bellamy.grouping.ArgumentChoice;
import io.bellamy.grouping.ArgumentRules;
import io.bellamy.grouping.ArgumentSlots;
import io.bellamy.grouping.JobKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What depends on all runs together: the names of jobs, which arguments count, which of several attempts does. */
final class JobTable {

    private static final String OTHER_ATTEMPT = "another attempt counts: ";
    private static final String NO_SIZE = "the size of its input is unknown";

    /** In the order in which jobs come first. */
    private final Map<String, KnownJob> jobs = new LinkedHashMap<>();

    private final Map<String, String> lastAttempt = new HashMap<>();

    /** What is known of a job, by its key. */
    private static final class KnownJob {

        private final ArgumentChoice arguments;
        private final JobSummary.Tally tally;
        private String algorithm = "";
        private boolean usable;

        KnownJob(String job, ArgumentRules rules) {
            this.arguments = new ArgumentChoice(rules);
            this.tally = new JobSummary.Tally(job);
        }
    }

    /** Reads all rows, once. */
    JobTable(ArgumentRules rules, Consumer<Consumer<RunRow>> rows) {
        AlgorithmNames names = new AlgorithmNames();
        rows.accept(row -> {
            Optional<String> key = row.known(RunColumn.JOB_KEY);
            row.known(RunColumn.ALGORITHM).ifPresent(name -> names.keep(key.orElse(""), name));
            key.ifPresent(known ->
                    add(row, jobs.computeIfAbsent(known, first -> new KnownJob(row.text(RunColumn.JOB), rules))));
        });
        jobs.forEach((key, job) -> job.algorithm = names.of(new JobKey(key, job.tally.job())));
    }

    private void add(RunRow row, KnownJob job) {
        job.arguments.add(arguments(row));
        if (row.known(RunColumn.FAULT).isEmpty()) {
            job.usable = true;
            job.tally.addSize(row.known(RunColumn.DATA_SIZE_MB).isPresent());
            row.known(RunColumn.ATTEMPT)
                    .ifPresent(attempt -> lastAttempt.merge(row.text(RunColumn.APPLICATION), attempt, JobTable::later));
        }
    }

    private static ArgumentSlots arguments(RunRow row) {
        return ArgumentSlots.of(ArgumentCell.read(row.text(RunColumn.ARGUMENTS)));
    }

    private static String later(String one, String other) {
        boolean longer = other.length() > one.length() || (other.length() == one.length() && other.compareTo(one) > 0);
        return longer ? other : one;
    }

    /** What is known of each algorithm that has a run to learn from, by its name. */
    Map<String, JobSummary.Tally> tallies() {
        Map<String, JobSummary.Tally> tallies = new LinkedHashMap<>();
        jobs.values().stream().filter(job -> job.usable).forEach(job -> tallies.put(job.algorithm, job.tally));
        return tallies;
    }

    /** Each of these algorithms with its arguments. */
    Map<String, ArgumentChoice> arguments() {
        Map<String, ArgumentChoice> arguments = new HashMap<>();
        jobs.values().forEach(job -> arguments.put(job.algorithm, job.arguments));
        return arguments;
    }

    /**
     * The row as it is written.
     *
     * @param sized whether an algorithm's runs have a size
     */
    RunRow finished(RunRow row, Map<String, Boolean> sized) {
        Optional<KnownJob> job = row.known(RunColumn.JOB_KEY).map(jobs::get);
        String leftOut = row.known(RunColumn.FAULT)
                .or(() -> otherAttempt(row))
                .or(() -> job.filter(known -> sized.getOrDefault(known.algorithm, false)
                                && row.known(RunColumn.DATA_SIZE_MB).isEmpty())
                        .map(known -> NO_SIZE))
                .orElse("");
        Map<RunColumn, String> cells = new EnumMap<>(RunColumn.class);
        cells.put(RunColumn.LEFT_OUT, leftOut);
        cells.put(
                RunColumn.ALGORITHM,
                leftOut.isEmpty() ? job.map(known -> known.algorithm).orElse("") : "");
        cells.put(
                RunColumn.JOB_ARGS,
                CellText.text(
                        job.map(known -> known.arguments.text(arguments(row))).orElse("")));
        cells.putAll(MemoryCells.of(row, leftOut, job.map(known -> known.algorithm)));
        return row.with(cells);
    }

    private Optional<String> otherAttempt(RunRow row) {
        return Optional.ofNullable(lastAttempt.get(row.text(RunColumn.APPLICATION)))
                .filter(attempt ->
                        row.known(RunColumn.ATTEMPT).isPresent() && !attempt.equals(row.text(RunColumn.ATTEMPT)))
                .map(attempt -> OTHER_ATTEMPT + attempt);
    }
}

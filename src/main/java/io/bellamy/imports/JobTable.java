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

    private final ArgumentRules rules;
    private final AlgorithmNames names = new AlgorithmNames();
    private final Map<String, ArgumentChoice> arguments = new HashMap<>();
    private final Map<String, JobSummary.Tally> tallies = new LinkedHashMap<>();
    private final Map<String, String> lastAttempt = new HashMap<>();

    /** Reads all rows, more than once. */
    JobTable(ArgumentRules rules, Consumer<Consumer<RunRow>> rows) {
        this.rules = rules;
        rows.accept(
                row -> row.known(RunColumn.ALGORITHM).ifPresent(name -> names.keep(row.text(RunColumn.JOB_KEY), name)));
        rows.accept(this::add);
    }

    private void add(RunRow row) {
        boolean usable = row.known(RunColumn.FAULT).isEmpty();
        if (usable && row.known(RunColumn.ATTEMPT).isPresent()) {
            lastAttempt.merge(row.text(RunColumn.APPLICATION), row.text(RunColumn.ATTEMPT), JobTable::later);
        }
        job(row).ifPresent(job -> {
            String algorithm = names.of(job);
            arguments
                    .computeIfAbsent(algorithm, name -> new ArgumentChoice(rules))
                    .add(ArgumentSlots.of(ArgumentCell.read(row.text(RunColumn.ARGUMENTS))));
            if (usable) {
                tallies.computeIfAbsent(algorithm, name -> new JobSummary.Tally(job.name()))
                        .addSize(row.known(RunColumn.DATA_SIZE_MB).isPresent());
            }
        });
    }

    private static String later(String one, String other) {
        boolean longer = other.length() > one.length() || (other.length() == one.length() && other.compareTo(one) > 0);
        return longer ? other : one;
    }

    private static Optional<JobKey> job(RunRow row) {
        return row.known(RunColumn.JOB_KEY).map(key -> new JobKey(key, row.text(RunColumn.JOB)));
    }

    /** What is known of each algorithm, by its name; of those that have a run to learn from. */
    Map<String, JobSummary.Tally> tallies() {
        return tallies;
    }

    ArgumentChoice arguments(String algorithm) {
        return arguments.get(algorithm);
    }

    /**
     * The row as it is written.
     *
     * @param sized whether an algorithm's runs have a size
     */
    RunRow finished(RunRow row, Map<String, Boolean> sized) {
        Optional<String> algorithm = job(row).map(names::of);
        String leftOut = row.known(RunColumn.FAULT)
                .or(() -> otherAttempt(row))
                .or(() -> algorithm
                        .filter(name -> sized.getOrDefault(name, false)
                                && row.known(RunColumn.DATA_SIZE_MB).isEmpty())
                        .map(name -> NO_SIZE))
                .orElse("");
        Map<RunColumn, String> cells = new EnumMap<>(RunColumn.class);
        cells.put(RunColumn.LEFT_OUT, leftOut);
        cells.put(RunColumn.ALGORITHM, leftOut.isEmpty() ? algorithm.orElse("") : "");
        cells.put(
                RunColumn.JOB_ARGS,
                CellText.text(algorithm
                        .map(name -> arguments
                                .get(name)
                                .text(ArgumentSlots.of(ArgumentCell.read(row.text(RunColumn.ARGUMENTS)))))
                        .orElse("")));
        return row.with(cells);
    }

    private Optional<String> otherAttempt(RunRow row) {
        return Optional.ofNullable(lastAttempt.get(row.text(RunColumn.APPLICATION)))
                .filter(attempt ->
                        row.known(RunColumn.ATTEMPT).isPresent() && !attempt.equals(row.text(RunColumn.ATTEMPT)))
                .map(attempt -> OTHER_ATTEMPT + attempt);
    }
}

package io.bellamy.data;

import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes runs of the rows of a file, whatever its format. Nothing is guessed: all bad rows are listed. */
final class RunTable implements RowSink {

    /** So many bad rows are told of. */
    static final int LISTED_ROWS = 20;

    private final String name;
    private final AlgorithmDescriptor descriptor;
    private final RowReader reader;
    private final RowChecks checks;
    private final Limits limits;
    private final Problems problems;
    private final MemoryRows memory;
    private final List<Run> runs = new ArrayList<>();
    private final List<Run> stopped = new ArrayList<>();

    /** Of the file of this name. */
    RunTable(String name, AlgorithmDescriptor descriptor, RowReader reader, RowChecks checks, Limits limits) {
        this.name = name;
        this.descriptor = descriptor;
        this.reader = reader;
        this.checks = checks;
        this.limits = limits;
        this.memory = new MemoryRows(descriptor, reader);
        this.problems = new Problems(limits, Math.min(LISTED_ROWS, limits.problems()));
    }

    /** Adds a row; what is wrong with it is a problem. */
    @Override
    public void add(SourceRow row) {
        Set<String> bad = new LinkedHashSet<>();
        try {
            if (memory.takesLost(row)) {
                requireFew();
                return;
            }
        } catch (BadValue cell) {
            bad.add(cell.getMessage());
        }
        Optional<Run> run = reader.read(row, bad);
        run.ifPresent(read -> memory.take(row, read, bad));
        if (!bad.isEmpty()) {
            problems.add(row.place(name) + ": " + String.join("; ", bad));
        } else {
            run.ifPresent(this::keep);
            checks.add(row, run);
        }
    }

    @Override
    public void reject(long line, String problem) {
        problems.add(name + ":" + line + ": " + problem);
    }

    /** What is kept takes memory; what is passed over does not, however much it is. */
    private void keep(Run run) {
        (run.finished() ? runs : stopped).add(run);
        requireFew();
    }

    private void requireFew() {
        if (Math.max(runs.size() + stopped.size(), memory.uses().size()) > limits.rows()) {
            throw new InvalidInputException(name + ": has " + Limits.exceeded(limits.rows(), "row", "rows"));
        }
    }

    /**
     * All of it.
     *
     * @throws InvalidInputException with all bad rows
     * @throws NothingToWorkWithException if it has no run of the algorithm that came to its end
     */
    TableRuns runs() {
        problems.throwIfAny();
        if (runs.isEmpty()) {
            List<String> warnings = checks.warnings(name);
            String only = descriptor.rows().stream().map(Condition::words).collect(Collectors.joining(" and "));
            throw new NothingToWorkWithException(
                    name + ": has no run" + (stopped.isEmpty() ? "" : " that was not stopped")
                            + (only.isEmpty() ? "" : " with " + only)
                            + warnings.stream().map(warning -> "; " + warning).collect(Collectors.joining()));
        }
        return whatThereIs();
    }

    /** As {@link #runs}, where there need be none. */
    TableRuns whatThereIs() {
        problems.throwIfAny();
        List<String> warnings = new ArrayList<>(checks.warnings(name));
        warnings.addAll(memory.warnings(name));
        return new TableRuns(descriptor.outliers().apply(runs), stopped, memory.uses(), warnings);
    }
}

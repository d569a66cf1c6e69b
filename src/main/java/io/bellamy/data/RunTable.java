package io.bellamy.data;

import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes runs of the rows of a file, whatever its format. Nothing is guessed: all bad rows are listed. */
final class RunTable {

    private static final int LISTED_ROWS = 20;

    private final String name;
    private final AlgorithmDescriptor descriptor;
    private final RowReader reader;
    private final RowChecks checks;
    private final Limits limits;
    private final Problems problems;
    private final List<Run> runs = new ArrayList<>();
    private final List<Run> stopped = new ArrayList<>();
    private int rows;

    RunTable(RunFile file, PropertyDefinitions definitions) {
        this.name = file.name();
        this.descriptor = file.descriptor();
        this.reader = new RowReader(descriptor, file.rules(), definitions);
        this.checks = new RowChecks(descriptor, definitions, file.today());
        this.limits = file.limits();
        this.problems = new Problems(limits, Math.min(LISTED_ROWS, limits.problems()));
    }

    /** Adds a row; what is wrong with it is a problem. */
    void add(SourceRow row) {
        count();
        Set<String> bad = new LinkedHashSet<>();
        Optional<Run> run = reader.read(row, bad);
        if (!bad.isEmpty()) {
            problem(row.line(), String.join("; ", bad));
        }
        run.ifPresent(read -> {
            (read.finished() ? runs : stopped).add(read);
            checks.add(row, read);
        });
    }

    /** A row of which nothing can be read. */
    void reject(long line, String problem) {
        count();
        problem(line, problem);
    }

    private void problem(long line, String problem) {
        problems.add(name + ":" + line + ": " + problem);
    }

    private void count() {
        if (++rows > limits.rows()) {
            throw new InvalidInputException(name + ": has " + Limits.exceeded(limits.rows(), "row", "rows"));
        }
    }

    /**
     * All of it.
     *
     * @throws InvalidInputException with all bad rows
     * @throws NothingToWorkWithException if it has no run of the algorithm that came to its end
     */
    RunSource.Table table() {
        problems.throwIfAny();
        if (runs.isEmpty()) {
            throw new NothingToWorkWithException(
                    name + ": has no run" + (stopped.isEmpty() ? "" : " that was not stopped")
                            + descriptor
                                    .rows()
                                    .map(only -> " with " + Quoted.plain(only.column()) + " " + Quoted.of(only.value()))
                                    .orElse(""));
        }
        return new RunSource.Table(descriptor.outliers().apply(runs), stopped, checks.warnings(name));
    }
}

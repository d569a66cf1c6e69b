package io.bellamy.imports;

import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs of a data set as a table whose columns have types, for others to write.
 *
 * @param folder of the data set
 */
public record TypedRuns(Path folder) {

    /** So many are handed on at a time, about 100 MB. */
    private static final int AT_A_TIME = 200_000;

    private static final Set<RunColumn> TEXTS = EnumSet.of(
            RunColumn.ALGORITHM,
            RunColumn.MACHINE_TYPE,
            RunColumn.ENVIRONMENT,
            RunColumn.JOB_ARGS,
            RunColumn.LEFT_OUT,
            RunColumn.JOB,
            RunColumn.NAME,
            RunColumn.APPLICATION,
            RunColumn.ATTEMPT,
            RunColumn.RUNTIME_IS,
            RunColumn.INPUT_FROM,
            RunColumn.MEMORY_OF,
            RunColumn.MEMORY_WAS,
            RunColumn.SPARK,
            RunColumn.ARGUMENTS,
            RunColumn.REMARKS,
            RunColumn.FAULT,
            RunColumn.JOB_KEY,
            RunColumn.LOG,
            RunColumn.RULES);

    private static final Set<RunColumn> DECIMALS = EnumSet.of(
            RunColumn.RUNTIME_S,
            RunColumn.END_TO_END_S,
            RunColumn.JOB_TIME_S,
            RunColumn.FIRST_EXECUTOR_S,
            RunColumn.WITHOUT_TASKS_S,
            RunColumn.DATA_SIZE_MB,
            RunColumn.EXECUTORS_MEAN);

    /** The columns with their types, as Spark's SQL has them: {@code algorithm STRING, scale_out BIGINT}. */
    public static String schema() {
        return Stream.of(RunColumn.values())
                .map(column -> column.title() + " " + type(column))
                .collect(Collectors.joining(", "));
    }

    private static String type(RunColumn column) {
        if (TEXTS.contains(column)) {
            return "STRING";
        }
        if (DECIMALS.contains(column)) {
            return "DOUBLE";
        }
        return switch (column) {
            case STARTED -> "TIMESTAMP";
            case DYNAMIC -> "BOOLEAN";
            default -> "BIGINT";
        };
    }

    /**
     * Gives all runs, many at a time, each as a line of comma-separated values.
     *
     * @throws InvalidInputException where somebody has written something else into a column of numbers
     */
    public void each(Consumer<List<String>> taker) {
        List<String> lines = new ArrayList<>();
        RunsTable.in(folder).read(row -> {
            check(row);
            lines.add(new String(TextRows.bytes(List.of(row.row())), StandardCharsets.UTF_8).stripTrailing());
            if (lines.size() == AT_A_TIME) {
                taker.accept(List.copyOf(lines));
                lines.clear();
            }
        });
        taker.accept(List.copyOf(lines));
    }

    private void check(RunRow row) {
        row.cells().forEach((column, text) -> {
            boolean isNumber = type(column).equals("BIGINT") || DECIMALS.contains(column);
            if (isNumber && DecimalText.number(text).isEmpty()) {
                throw new InvalidInputException(
                        Quoted.line(folder.resolve(RunsTable.NAME).toString()) + ": run "
                                + Quoted.of(row.text(RunColumn.APPLICATION)) + ": " + column.title() + " is "
                                + Quoted.of(text) + ", which is no number");
            }
        });
    }
}

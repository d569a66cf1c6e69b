package io.bellamy.data;

import io.bellamy.data.TableReader.Row;
import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.files.TooLargeFileException;
import io.bellamy.job.PropertyKinds;
import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the runs of an algorithm from a file with separated columns. Nothing is guessed: all bad rows are listed. */
final class RunReader {

    private static final int LISTED_ROWS = 20;
    private static final String SEPARATOR_HINT = "sep=";

    private final InputFile file;
    private final String name;
    private final AlgorithmDescriptor descriptor;
    private final RowReader rows;
    private final RowChecks checks;
    private final Limits limits;
    private final Problems problems;

    /**
     * Begins.
     *
     * @param kinds when two values of a property mean the same
     * @param today what lies after it has not happened yet
     */
    RunReader(
            InputFile file,
            AlgorithmDescriptor descriptor,
            ValueRules rules,
            PropertyKinds kinds,
            Limits limits,
            LocalDate today) {
        this.file = file;
        this.name = Quoted.line(file.path().toString());
        this.descriptor = descriptor;
        this.rows = new RowReader(descriptor, rules, kinds);
        this.checks = new RowChecks(descriptor, kinds, today);
        this.limits = limits;
        this.problems = new Problems(limits, Math.min(LISTED_ROWS, limits.problems()));
    }

    /**
     * What was read.
     *
     * @param runs in order, at least one
     * @param warnings about what may not be meant as it stands there
     */
    record Table(List<Run> runs, List<String> warnings) {}

    /**
     * Reads the file.
     *
     * @throws NothingToWorkWithException if it does not exist or has no run of the algorithm
     * @throws InvalidInputException with all bad rows
     */
    Table read() {
        requireFile();
        List<Run> runs;
        try (BufferedReader reader = open()) {
            runs = read(new TableReader(reader, name, descriptor.separator(), limits));
        } catch (TooLargeFileException e) {
            throw new InvalidInputException(name + ": " + Reason.of(e) + Limits.raise("data_bytes"));
        } catch (IOException e) {
            throw unreadable(e);
        }
        problems.throwIfAny();
        if (runs.isEmpty()) {
            throw new NothingToWorkWithException(name + ": has no run"
                    + descriptor
                            .rows()
                            .map(rows -> " with " + Quoted.plain(rows.column()) + " " + Quoted.of(rows.value()))
                            .orElse(""));
        }
        return new Table(descriptor.outliers().apply(runs), checks.warnings(name));
    }

    private void requireFile() {
        try {
            if (!file.exists()) {
                throw new NothingToWorkWithException(name + ": " + FileKind.NOTHING.objection());
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InvalidInputException unreadable(IOException e) {
        return new InvalidInputException(name + ": " + Reason.of(e));
    }

    private List<Run> read(TableReader table) throws IOException {
        TableHeader header = header(table);
        List<Run> runs = new ArrayList<>();
        int count = 0;
        for (Optional<Row> next = table.next(); next.isPresent(); next = table.next()) {
            Row row = next.get().trimmed(header.width());
            if (!row.isBlank()) {
                if (++count > limits.rows()) {
                    throw new InvalidInputException(name + ": has " + Limits.exceeded(limits.rows(), "row", "rows"));
                }
                read(row, header).ifPresent(runs::add);
            }
        }
        return runs;
    }

    /** Above the header there may be blank lines, comments, and the line with which spreadsheets are told the separator. */
    private TableHeader header(TableReader table) throws IOException {
        Set<String> used = descriptor.columns();
        for (Optional<Row> next = table.next(); next.isPresent(); next = table.next()) {
            Row row = next.get();
            if (row.cells().containsAll(used) || !isPreamble(row)) {
                return TableHeader.of(row, used, name + ":" + row.line(), problems);
            }
        }
        throw new NothingToWorkWithException(name + ": is empty");
    }

    private boolean isPreamble(Row row) {
        String text = String.join(Character.toString(descriptor.separator()), row.cells());
        boolean hint = text.length() == SEPARATOR_HINT.length() + 1
                && text.toLowerCase(Locale.ROOT).startsWith(SEPARATOR_HINT);
        if (hint && text.charAt(text.length() - 1) != descriptor.separator()) {
            throw new InvalidInputException(name + ":" + row.line() + ": says that the columns are separated by "
                    + Quoted.of(text.substring(SEPARATOR_HINT.length())) + ", but the data set's separator is "
                    + Quoted.of(descriptor.separator()));
        }
        return hint || row.isBlank() || text.startsWith("#");
    }

    private BufferedReader open() throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(file.open(limits.dataBytes()), StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private Optional<Run> read(Row row, TableHeader header) {
        String place = name + ":" + row.line() + ": ";
        if (row.cells().size() > header.width()) {
            // which cell is one too many can't be told, so none of them can be trusted
            problems.add(place + "must have no more cells than the header, " + header.width() + ", but has "
                    + row.cells().size());
            return Optional.empty();
        }
        Set<String> bad = new LinkedHashSet<>();
        Cells cells = new Cells(row, header);
        Optional<Run> run = rows.read(cells, bad);
        if (!bad.isEmpty()) {
            problems.add(place + String.join("; ", bad));
        }
        run.ifPresent(read -> checks.add(cells, read));
        return run;
    }
}

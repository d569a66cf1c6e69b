package io.bellamy.data;

import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads the runs of an algorithm from a file with separated columns. Nothing is guessed: all bad rows are listed. */
final class RunReader {

    static final long LARGEST = 256L << 20;
    private static final int LISTED_ROWS = 20;

    private final InputFile file;
    private final String name;
    private final AlgorithmDescriptor descriptor;
    private final RowReader rows;
    private final Problems problems = new Problems(LISTED_ROWS);

    RunReader(InputFile file, AlgorithmDescriptor descriptor, ValueRules rules) {
        this.file = file;
        this.name = Quoted.line(file.path().toString());
        this.descriptor = descriptor;
        this.rows = new RowReader(descriptor, rules);
    }

    /**
     * Reads the file.
     *
     * @throws NothingToWorkWithException if it does not exist or has no run of the algorithm
     * @throws InvalidInputException with all bad rows
     */
    List<Run> read() {
        requireFile();
        List<Run> runs = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(descriptor.separator())
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get();
        try (BufferedReader reader = open();
                CSVParser parser = CSVParser.parse(reader, format)) {
            List<String> columns = parser.getHeaderNames();
            if (columns.isEmpty()) {
                throw new NothingToWorkWithException(name + ": is empty");
            }
            checkColumns(columns);
            for (CSVRecord row : parser) {
                read(row, parser.getCurrentLineNumber(), columns.size()).ifPresent(runs::add);
            }
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        } catch (IllegalArgumentException e) {
            throw noTable(Quoted.line(e.getMessage()));
        }
        problems.throwIfAny();
        if (runs.isEmpty()) {
            throw new NothingToWorkWithException(name + ": has no run"
                    + descriptor
                            .rows()
                            .map(rows -> " with " + Quoted.plain(rows.column()) + " " + Quoted.of(rows.value()))
                            .orElse(""));
        }
        return descriptor.outliers().apply(runs);
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
        return e instanceof CSVException
                ? noTable(Quoted.line(e.getMessage()))
                : new InvalidInputException(name + ": " + Reason.of(e));
    }

    private InvalidInputException noTable(String why) {
        return new InvalidInputException(name + ": can't be read as a table: " + why);
    }

    private BufferedReader open() throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(file.open(LARGEST), StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private void checkColumns(List<String> present) {
        Set<String> needed = new LinkedHashSet<>(List.of(descriptor.scaleOut(), descriptor.runtime()));
        descriptor.rows().ifPresent(rows -> needed.add(rows.column()));
        descriptor.measuredAt().ifPresent(needed::add);
        descriptor
                .properties()
                .values()
                .forEach(source -> needed.addAll(source.text().columns()));
        needed.removeAll(present);
        needed.forEach(column -> problems.add(name + ":1: column " + Quoted.of(column) + " is missing; there are "
                + Quoted.plain(String.join(", ", present))));
        problems.throwIfAny();
    }

    private Optional<Run> read(CSVRecord row, long line, int columns) {
        if (row.size() > columns) {
            // which cell is one too many can't be told, so none of them can be trusted
            problems.add(name + ":" + line + ": must have no more cells than the header, " + columns + ", but has "
                    + row.size());
            return Optional.empty();
        }
        Set<String> bad = new LinkedHashSet<>();
        Optional<Run> run = rows.read(row, bad);
        if (!bad.isEmpty()) {
            problems.add(name + ":" + line + ": " + String.join("; ", bad));
        }
        return run;
    }
}

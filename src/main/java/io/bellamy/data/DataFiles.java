package io.bellamy.data;

import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the files of data sets are. Descriptions and data alike lie in the folder of the data set, whatever links there are.
 *
 * @param folder of all data sets
 * @param formats that data may have
 * @param limits how much is looked at
 * @param known those that were read before
 */
record DataFiles(Path folder, Formats formats, Limits limits, KnownTables known) {

    InputFile file(String target, String name) {
        Path home = folder.resolve(target);
        return InputFile.inside(home, home.resolve(name));
    }

    static boolean exists(InputFile file) {
        try {
            return file.exists();
        } catch (IOException e) {
            throw unreadable(file.path(), e);
        }
    }

    /** The file with the runs of an algorithm. */
    DataTable runs(String target, AlgorithmDescriptor algorithm) {
        Set<String> used = algorithm.columns();
        MadeColumns made = algorithm.made();
        Set<String> absent = used.stream().filter(made::isMade).collect(Collectors.toSet());
        return table(target, algorithm.form(), made.read(used), absent);
    }

    /** The files in which an algorithm looks something up, by the names of the look-ups. */
    Map<String, DataTable> lookups(String target, AlgorithmDescriptor algorithm) {
        Map<String, DataTable> files = new LinkedHashMap<>();
        algorithm.columns().stream()
                .flatMap(column -> algorithm.made().reference(column).stream())
                .forEach(reference -> {
                    Lookup lookup = algorithm.made().lookups().get(reference.lookup());
                    DataTable file = table(target, lookup.form(), Set.of(lookup.key(), reference.column()), Set.of());
                    files.merge(reference.lookup(), file, (one, other) -> one.with(reference.column()));
                });
        return files;
    }

    private Map<String, LookupTable> tables(String target, AlgorithmDescriptor algorithm) {
        Map<String, LookupTable> tables = new LinkedHashMap<>();
        lookups(target, algorithm).forEach((name, file) -> {
            LookupTable table =
                    new LookupTable(algorithm.made().lookups().get(name), file.name(), file.columns(), limits);
            file.read(table);
            tables.put(name, table.checked());
        });
        return tables;
    }

    /** Reads the rows of an algorithm's file; those of other algorithms may be left out. */
    void readOwn(String target, AlgorithmDescriptor algorithm, Set<String> numeric, RowSink rows) {
        DataTable table = runs(target, algorithm);
        RowSink made = making(target, algorithm, numeric, rows);
        known.read(table, algorithm.naming().map(NameFilter::of), made);
    }

    /**
     * Reads all rows of an algorithm's file that differ from those before, and others if that is less work.
     *
     * @param columns those that are looked at, made ones among them
     */
    void readDifferent(
            String target, AlgorithmDescriptor algorithm, Set<String> columns, Set<String> numeric, RowSink rows) {
        MadeColumns made = algorithm.made();
        DataTable table = runs(target, algorithm);
        DataTable some = table.format().isKnownByRows() ? table.only(made.read(made.closure(columns))) : table;
        some.format().readDifferent(some, making(target, algorithm, numeric, rows));
    }

    /** The SHA-256 of what the runs of an algorithm are read from, in hexadecimal. */
    String sha256(String target, AlgorithmDescriptor algorithm) {
        return known.sha256(runs(target, algorithm), algorithm.naming().map(NameFilter::of));
    }

    /** The same of a file that is read as a whole. */
    String sha256(DataTable table) {
        return known.sha256(table, Optional.empty());
    }

    private RowSink making(String target, AlgorithmDescriptor algorithm, Set<String> numeric, RowSink rows) {
        MadeRow.Making making = new MadeRow.Making(
                algorithm.made(), tables(target, algorithm), algorithm.form().decimal(), numeric);
        return new RowSink() {
            @Override
            public void add(SourceRow row) {
                rows.add(making.of(row));
            }

            @Override
            public void reject(long line, String problem) {
                rows.reject(line, problem);
            }
        };
    }

    private DataTable table(String target, TableForm form, Set<String> columns, Set<String> absent) {
        return new DataTable(
                file(target, form.file()),
                RecordedForm.FILE.equals(form.file()) ? RecordedForm.FORMAT : formats.of(form.file(), form.format()),
                form.separator(),
                columns,
                absent,
                limits);
    }

    static InvalidInputException unreadable(Path path, IOException e) {
        return new InvalidInputException(Reason.of(Quoted.line(path.toString()), e));
    }
}

package io.bellamy.imports;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * runs.csv, with a row for each run.
 *
 * @param file where it is
 */
record RunsTable(TableFile file) {

    static final String NAME = "runs.csv";
    private static final List<RunColumn> COLUMNS = List.of(RunColumn.values());

    static RunsTable in(Path folder) {
        return new RunsTable(new TableFile(
                folder.resolve(NAME),
                COLUMNS.stream().map(RunColumn::title).toList(),
                RunColumn.NEW.stream().map(RunColumn::title).toList()));
    }

    void read(Consumer<RunRow> taker) {
        file.read(cells -> {
            Map<RunColumn, String> row = new EnumMap<>(RunColumn.class);
            for (int i = 0; i < cells.size(); i++) {
                row.put(COLUMNS.get(i), cells.get(i));
            }
            taker.accept(new RunRow(row));
        });
    }

    /** Writes rows that somebody gives one by one. */
    void write(Consumer<Consumer<RunRow>> rows) {
        file.write(taker -> rows.accept(row -> taker.accept(cells(row).toList())));
    }

    private static Stream<String> cells(RunRow row) {
        return COLUMNS.stream().map(row::text);
    }
}

package io.bellamy.imports;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * runs.csv, with a row for each run.
 *
 * @param file where it is
 */
record RunsTable(TableFile file) {

    static final String NAME = "runs.csv";

    static RunsTable in(Path folder) {
        return new RunsTable(new TableFile(
                folder.resolve(NAME),
                Stream.of(RunColumn.values()).map(RunColumn::title).toList(),
                RunColumn.NEW.stream().map(RunColumn::title).toList()));
    }

    void read(Consumer<RunRow> taker) {
        file.read(cells -> taker.accept(RunRow.of(cells)));
    }

    /** Writes rows that somebody gives one by one. */
    void write(Consumer<Consumer<RunRow>> rows) {
        file.write(taker -> rows.accept(row -> taker.accept(row.row())));
    }
}

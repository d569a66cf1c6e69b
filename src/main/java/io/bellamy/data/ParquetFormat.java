package io.bellamy.data;

import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.parquet.ParquetRow;
import io.bellamy.parquet.ParquetTable;
import io.bellamy.parquet.TableQuestion;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Parquet, in a file or in those of a folder. Only what is asked for is read, as far as the files tell where that is. */
final class ParquetFormat implements RunFormat {

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public List<String> endings() {
        return List.of(".parquet", "/");
    }

    @Override
    public boolean isSeparated() {
        return false;
    }

    @Override
    public boolean isKnownByRows() {
        return true;
    }

    @Override
    public List<InputFile> files(DataTable table) {
        return table.exists() ? parquet(table).files() : List.of();
    }

    @Override
    public void read(DataTable table, RowSink rows) {
        parquet(table).read(question(table, Optional.empty()), sink(table, rows));
    }

    @Override
    public void read(DataTable table, NameFilter filter, RowSink rows) {
        TableQuestion.KeyFilter key = new TableQuestion.KeyFilter(filter.column(), filter::holds);
        parquet(table).read(question(table, Optional.of(key)), sink(table, rows));
    }

    @Override
    public void readDifferent(DataTable table, RowSink rows) {
        parquet(table).readDifferent(question(table, Optional.empty()), sink(table, rows));
    }

    private static ParquetTable parquet(DataTable table) {
        if (!table.exists()) {
            throw new NothingToWorkWithException(table.name() + ": " + FileKind.NOTHING.objection());
        }
        if (Formats.isPacked(table.file().path().toString())) {
            throw new InvalidInputException(
                    table.name() + ": must be unpacked, as Parquet is packed inside and read here and there");
        }
        return new ParquetTable(table.file(), table.name());
    }

    private static TableQuestion question(DataTable table, Optional<TableQuestion.KeyFilter> key) {
        return new TableQuestion(List.copyOf(table.columns()), table.absent(), key, table.limits());
    }

    private static Consumer<ParquetRow> sink(DataTable table, RowSink rows) {
        Map<String, Integer> places = new HashMap<>();
        table.columns().forEach(column -> places.put(column, places.size()));
        return row -> rows.add(new PartRow(row, places));
    }

    /** A row of one of the files. */
    private record PartRow(ParquetRow row, Map<String, Integer> places) implements SourceRow {

        @Override
        public long line() {
            return row.number();
        }

        @Override
        public String place(String table) {
            return row.part() + ":" + row.number();
        }

        @Override
        public String get(String column) {
            return row.cells().get(places.get(column));
        }
    }
}

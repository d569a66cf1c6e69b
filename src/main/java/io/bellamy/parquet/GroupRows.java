package io.bellamy.parquet;

import io.bellamy.parquet.TableQuestion.KeyFilter;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;

/** The rows of a row group that can be wanted, one after the other. */
final class GroupRows {

    /** Of all columns that are read in a row group, packed: they are held at once. */
    private static final long MOST_BYTES = 1L << 29;

    private final PartColumns columns;
    private final Map<String, ColumnReader> readers = new HashMap<>();
    private final long count;
    private final Optional<PrimitiveIterator.OfLong> numbers;

    /** The column that tells which rows are wanted, if one does, which goes ahead of the others. */
    private final Optional<ColumnReader> key;

    private final List<ColumnReader> others;
    private long read;
    private long passed;

    private GroupRows(PartColumns columns, CheckedPages pages, String createdBy, Optional<String> keyColumn) {
        this.columns = columns;
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, columns.root(), columns.schema(), createdBy);
        columns.converters()
                .keySet()
                .forEach(name -> readers.put(
                        name, store.getColumnReader(columns.schema().getColumnDescription(new String[] {name}))));
        this.key = keyColumn.map(readers::get);
        this.others = readers.values().stream()
                .filter(reader -> key.filter(same -> same == reader).isEmpty())
                .toList();
        this.count = pages.getRowCount();
        this.numbers = pages.getRowIndexes();
    }

    /** Those of a row group; nothing where none can be wanted. */
    static Optional<GroupRows> of(ParquetFileReader reader, int group, PartColumns columns, KeyColumn key)
            throws IOException {
        RowRanges ranges = key.rows(group);
        if (ranges.rowCount() == 0) {
            return Optional.empty();
        }
        return Optional.of(new GroupRows(
                columns,
                new CheckedPages(
                        reader.readFilteredRowGroup(group, ranges),
                        reader.getRowGroups().get(group).getRowCount()),
                reader.getFileMetaData().getCreatedBy(),
                key.column()));
    }

    /** What a file says of its parts is not believed before it could do harm. */
    static void check(BlockMetaData group, PartColumns columns) throws IOException {
        long bytes = 0;
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            String name = chunk.getPath().toDotString();
            if (columns.converters().containsKey(name)) {
                if (chunk.getValueCount() != group.getRowCount()) {
                    throw new UnreadableException("is damaged: it has a row group of " + group.getRowCount()
                            + " rows, and " + chunk.getValueCount() + " values in column " + Quoted.of(name));
                }
                if (chunk.getTotalSize() < 0 || chunk.getTotalSize() > MOST_BYTES) {
                    bytes = MOST_BYTES + 1;
                } else {
                    bytes += chunk.getTotalSize();
                }
            }
        }
        if (bytes > MOST_BYTES) {
            throw new UnreadableException("has a row group in which the columns that are read have more than "
                    + MOST_BYTES + " bytes; write smaller row groups");
        }
    }

    /**
     * Reads some rows.
     *
     * @param first the number of the first row of the row group in its file
     * @param most how many are looked at
     * @param found takes those that are wanted
     * @return whether there are more
     */
    boolean next(TablePart part, TableQuestion question, long first, int most, List<ParquetRow> found) {
        for (int i = 0; i < most && read < count; i++, read++) {
            long number = first + (numbers.isPresent() ? numbers.get().nextLong() : read);
            if (isWanted(part, question.key())) {
                catchUp();
                found.add(new ParquetRow(part.name(), number, cells(part, question, number)));
                others.forEach(ColumnReader::consume);
            } else {
                passed++;
            }
            key.ifPresent(ColumnReader::consume);
        }
        return read < count;
    }

    /** Where most rows are not wanted, one column after the other is brought to the next that is. */
    private void catchUp() {
        for (ColumnReader column : others) {
            for (long row = 0; row < passed; row++) {
                if (column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel()) {
                    column.skip();
                }
                column.consume();
            }
        }
        passed = 0;
    }

    private boolean isWanted(TablePart part, Optional<KeyFilter> filter) {
        return filter.isEmpty()
                || filter.get().wanted().test(text(part, filter.get().column()));
    }

    private List<String> cells(TablePart part, TableQuestion question, long number) {
        String[] cells = new String[question.columns().size()];
        Arrays.setAll(cells, i -> {
            String text = text(part, question.columns().get(i));
            int most = question.limits().cellCharacters();
            if (text.length() > most) {
                throw new InvalidInputException(part.name() + ":" + number + ": a cell has "
                        + Limits.exceeded(most, "character", "cell_characters"));
            }
            return text;
        });
        return List.of(cells);
    }

    /** What a column has in this row; nothing where it has null. */
    private String text(TablePart part, String column) {
        ColumnReader reader = readers.get(column);
        if (reader == null) {
            return part.fixed().get(column);
        }
        if (reader.getCurrentDefinitionLevel() < reader.getDescriptor().getMaxDefinitionLevel()) {
            return "";
        }
        reader.writeCurrentValueToConverter();
        return columns.converters().get(column).text();
    }
}

package io.bellamy.parquet;

import io.bellamy.parquet.TableQuestion.KeyFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.DictionaryPageReadStore;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.ColumnIndexStore;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;
import org.apache.parquet.io.api.Binary;

/**
 * Finds out where rows that are wanted can be, without reading rows: the dictionary of a row group lists the texts of a column, and
 * the column index tells between which of them those of each page lie. A text that is spelled otherwise than asked for, with
 * spaces or other capitals, is in the dictionary too, so nothing is passed over that reading would find.
 */
final class KeyColumn {

    private final ParquetFileReader reader;
    private final TablePart part;
    private final PartColumns columns;
    private final Optional<KeyFilter> key;

    KeyColumn(ParquetFileReader reader, TablePart part, PartColumns columns, TableQuestion question) {
        this.reader = reader;
        this.part = part;
        this.columns = columns;
        this.key = question.key();
    }

    /** Its name, where it tells which rows are wanted. */
    Optional<String> column() {
        return key.map(KeyFilter::column);
    }

    /** The rows of a row group that can be wanted. */
    RowRanges rows(int group) throws IOException {
        BlockMetaData block = reader.getRowGroups().get(group);
        RowRanges all = RowRanges.createSingle(block.getRowCount());
        if (key.isEmpty()) {
            return all;
        }
        String column = key.get().column();
        if (part.fixed().containsKey(column)) {
            return key.get().wanted().test(part.fixed().get(column)) ? all : RowRanges.EMPTY;
        }
        // no dictionary lists rows without a text
        if (key.get().wanted().test("")) {
            return all;
        }
        Optional<Dictionary> dictionary = dictionary(block, column);
        if (dictionary.isEmpty()) {
            return all;
        }
        Set<Integer> wanted = new HashSet<>();
        for (int id = 0; id <= dictionary.get().getMaxId(); id++) {
            if (key.get().wanted().test(columns.converters().get(column).text(dictionary.get(), id))) {
                wanted.add(id);
            }
        }
        return wanted.isEmpty() ? RowRanges.EMPTY : pages(group, block, column, dictionary.get(), wanted);
    }

    /** Those of the pages whose texts may be among some. */
    private RowRanges pages(int group, BlockMetaData block, String column, Dictionary dictionary, Set<Integer> wanted)
            throws UnreadableException {
        ColumnIndexStore store = reader.getColumnIndexStore(group);
        Optional<ColumnIndex> index = Optional.ofNullable(store.getColumnIndex(ColumnPath.get(column)));
        boolean placed = columns.converters().keySet().stream().allMatch(name -> chunk(block, name)
                .map(ColumnChunkMetaData::getOffsetIndexReference)
                .isPresent());
        if (index.isEmpty() || !placed || !columns.converters().get(column).isText()) {
            return RowRanges.createSingle(block.getRowCount());
        }
        OffsetIndex places = store.getOffsetIndex(ColumnPath.get(column));
        requireOrder(places, block.getRowCount());
        Set<Binary> values = wanted.stream().map(dictionary::decodeToBinary).collect(Collectors.toSet());
        return RowRanges.create(
                block.getRowCount(),
                FilterApi.in(FilterApi.binaryColumn(column), values).accept(index.get()),
                places);
    }

    /** The library takes it for granted, or asserts it. */
    private static void requireOrder(OffsetIndex places, long rows) throws UnreadableException {
        for (int page = 0; page < places.getPageCount(); page++) {
            if (places.getFirstRowIndex(page) > places.getLastRowIndex(page, rows)) {
                throw new UnreadableException("is damaged: its index has pages of less than no row");
            }
        }
    }

    /** All different texts of a column, where each row group lists them and no row is without. */
    Optional<List<String>> listed(String column) throws IOException {
        if (part.fixed().containsKey(column)) {
            return reader.getRecordCount() > 0
                    ? Optional.of(List.of(part.fixed().get(column)))
                    : Optional.of(List.of());
        }
        Set<String> texts = new LinkedHashSet<>();
        for (BlockMetaData block : reader.getRowGroups()) {
            Optional<Dictionary> dictionary = dictionary(block, column);
            boolean full = chunk(block, column)
                    .map(ColumnChunkMetaData::getStatistics)
                    .filter(statistics -> statistics.isNumNullsSet() && statistics.getNumNulls() == 0)
                    .isPresent();
            if (dictionary.isEmpty() || !full) {
                return Optional.empty();
            }
            for (int id = 0; id <= dictionary.get().getMaxId(); id++) {
                texts.add(columns.converters().get(column).text(dictionary.get(), id));
            }
        }
        return Optional.of(new ArrayList<>(texts));
    }

    /** The texts of a column in a row group, where all of them are in it. */
    private Optional<Dictionary> dictionary(BlockMetaData block, String column) throws IOException {
        if (chunk(block, column).filter(KeyColumn::isListed).isEmpty()) {
            return Optional.empty();
        }
        ColumnDescriptor descriptor = columns.schema().getColumnDescription(new String[] {column});
        try (DictionaryPageReadStore pages = reader.getDictionaryReader(block)) {
            DictionaryPage page = pages.readDictionaryPage(descriptor);
            return page == null
                    ? Optional.empty()
                    : Optional.of(page.getEncoding().initDictionary(descriptor, CheckedPages.checked(page)));
        }
    }

    private static Optional<ColumnChunkMetaData> chunk(BlockMetaData block, String column) {
        return block.getColumns().stream()
                .filter(chunk -> chunk.getPath().equals(ColumnPath.get(column)))
                .findFirst();
    }

    /**
     * Are all pages of a column written by its dictionary? A writer turns to plain values where that grows too large, and old ones do
     * not tell.
     */
    private static boolean isListed(ColumnChunkMetaData chunk) {
        EncodingStats pages = chunk.getEncodingStats();
        return pages != null && pages.hasDictionaryEncodedPages() && !pages.hasNonDictionaryEncodedPages();
    }
}

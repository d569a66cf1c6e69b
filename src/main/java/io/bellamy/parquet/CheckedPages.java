package io.bellamy.parquet;

import java.util.Optional;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * The pages of a row group, of which none is handed on that says it has more than it can: room would be made for all of it.
 *
 * @param pages the pages
 * @param rows of the row group, which a flat column has at most
 */
record CheckedPages(PageReadStore pages, long rows) implements PageReadStore {

    /** Writers turn to plain values at 1 MiB of a dictionary, so far before. */
    private static final int MOST_ENTRIES = 1 << 20;

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        PageReader reader = pages.getPageReader(column);
        return new PageReader() {
            @Override
            public DictionaryPage readDictionaryPage() {
                DictionaryPage page = reader.readDictionaryPage();
                return page == null ? null : checked(page);
            }

            @Override
            public long getTotalValueCount() {
                return reader.getTotalValueCount();
            }

            @Override
            public DataPage readPage() {
                DataPage page = reader.readPage();
                if (page != null && (page.getValueCount() < 0 || page.getValueCount() > rows)) {
                    throw new ParquetDecodingException("a page says that it has " + page.getValueCount() + " values");
                }
                if (page != null && PlainNumbers.areMissing(column, page)) {
                    throw new ParquetDecodingException("a page has fewer values than it says");
                }
                return page;
            }
        };
    }

    /** Every entry of a dictionary takes a byte, at least. */
    static DictionaryPage checked(DictionaryPage page) {
        if (page.getDictionarySize() < 0 || page.getDictionarySize() > page.getUncompressedSize()) {
            throw new ParquetDecodingException(
                    "a dictionary says that it has " + page.getDictionarySize() + " entries");
        }
        if (page.getDictionarySize() > MOST_ENTRIES) {
            throw new ParquetDecodingException(new UnreadableException("has a dictionary of " + page.getDictionarySize()
                    + " entries; write smaller ones, of at most " + MOST_ENTRIES));
        }
        return page;
    }

    @Override
    public long getRowCount() {
        return pages.getRowCount();
    }

    @Override
    public Optional<Long> getRowIndexOffset() {
        return pages.getRowIndexOffset();
    }

    @Override
    public Optional<PrimitiveIterator.OfLong> getRowIndexes() {
        return pages.getRowIndexes();
    }

    @Override
    public void close() {
        pages.close();
    }
}

package io.bellamy.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;

/** Pages of numbers of so many bytes each. The library that passes over those of a page that ends too early does so for ever. */
final class PlainNumbers {

    private PlainNumbers() {}

    /** Has a page of a column without lists fewer than it says? */
    static boolean areMissing(ColumnDescriptor column, DataPage page) {
        int width =
                switch (column.getPrimitiveType().getPrimitiveTypeName()) {
                    case INT32, FLOAT -> Integer.BYTES;
                    case INT64, DOUBLE -> Long.BYTES;
                    case INT96, BINARY, FIXED_LEN_BYTE_ARRAY, BOOLEAN -> 0;
                };
        if (width == 0) {
            return false;
        }
        try {
            return page instanceof DataPageV1 first
                    ? areMissing(column, first, width)
                    : areMissing(column, (DataPageV2) page, width);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean areMissing(ColumnDescriptor column, DataPageV1 page, int width) throws IOException {
        if (page.getValueEncoding() != Encoding.PLAIN) {
            return false;
        }
        ByteBufferInputStream in = page.getBytes().toInputStream();
        ValuesReader levels = page.getDlEncoding().getValuesReader(column, ValuesType.DEFINITION_LEVEL);
        levels.initFromPage(page.getValueCount(), in);
        long there = in.available() / width;
        // they need not be counted where there is one in each row
        return there < page.getValueCount() && there < count(column, page, levels::readInteger);
    }

    private static boolean areMissing(ColumnDescriptor column, DataPageV2 page, int width) throws IOException {
        if (page.getDataEncoding() != Encoding.PLAIN) {
            return false;
        }
        RunLengthBitPackingHybridDecoder levels = new RunLengthBitPackingHybridDecoder(
                column.getMaxDefinitionLevel(), page.getDefinitionLevels().toInputStream());
        long there = page.getData().size() / width;
        return there < page.getValueCount()
                && there
                        < (column.getMaxDefinitionLevel() == 0
                                ? page.getValueCount()
                                : count(column, page, levels::readInt));
    }

    /** The level of the next row: that of a value, or of none. */
    @FunctionalInterface
    private interface PageLevels {
        int next() throws IOException;
    }

    private static long count(ColumnDescriptor column, DataPage page, PageLevels levels) throws IOException {
        long count = 0;
        for (int row = 0; row < page.getValueCount(); row++) {
            if (levels.next() == column.getMaxDefinitionLevel()) {
                count++;
            }
        }
        return count;
    }
}

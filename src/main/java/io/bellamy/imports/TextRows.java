package io.bellamy.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Rows of texts as bytes: comma-separated values, UTF-8; how many cells a row has is up to the row. */
final class TextRows {

    private static final CSVFormat FORM = CSVFormat.RFC4180;

    private TextRows() {}

    static byte[] bytes(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORM)) {
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't write into the memory", failure);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The same rows again.
     *
     * @throws UncheckedIOException where the bytes are no table
     */
    static List<List<String>> rows(byte[] bytes) {
        try (InputStreamReader in =
                        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder());
                CSVParser rows = CSVParser.parse(in, FORM)) {
            return rows.stream().map(CSVRecord::toList).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("can't read a table of texts", failure);
        }
    }
}

package io.bellamy.histories;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of texts whose cells hold no separator.
 *
 * @param columns in their order
 * @param rows by column
 */
record Rows(List<String> columns, List<Map<String, String>> rows) {

    static Rows read(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (BufferedReader reader = Files.newBufferedReader(file);
                CSVParser parser = format.parse(reader)) {
            return new Rows(
                    parser.getHeaderNames(),
                    parser.stream().map(CSVRecord::toMap).toList());
        }
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join(",", columns)));
        rows.forEach(
                row -> lines.add(String.join(",", columns.stream().map(row::get).toList())));
        Files.write(file, lines);
    }

    Rows of(List<Map<String, String>> others) {
        return new Rows(columns, others);
    }

    /** With another value in a column. */
    static Map<String, String> with(Map<String, String> row, String column, Object value) {
        Map<String, String> other = new LinkedHashMap<>(row);
        other.put(column, value.toString());
        return other;
    }
}

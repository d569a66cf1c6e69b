package io.bellamy.imports;

import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.files.OutputFile.FileContent;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A table that imports keep: comma-separated values under a header, read and written row by row.
 *
 * @param path of the file, which need not be there
 * @param header the names of the columns
 * @param added those that tables of before did not have, all together; there they are blank
 */
record TableFile(Path path, List<String> header, List<String> added) {

    private static final CSVFormat FORM =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    /** A text that begins so is a formula to a spreadsheet; with a blank before it, which readers drop, it is none. */
    private static final String OBEYED = "=+-@";

    TableFile {
        header = List.copyOf(header);
        added = List.copyOf(added);
    }

    TableFile(Path path, List<String> header) {
        this(path, header, List.of());
    }

    boolean exists() {
        try {
            return InputFile.stored(path).exists();
        } catch (IOException failure) {
            throw unreadable(Reason.of(failure));
        }
    }

    /** Gives each row, with a cell for each column of the header; does nothing where there is no file. */
    void read(Consumer<List<String>> taker) {
        if (!exists()) {
            return;
        }
        try (Reader in = new InputStreamReader(
                        InputFile.stored(path).open(Long.MAX_VALUE), StandardCharsets.UTF_8.newDecoder());
                CSVParser rows = CSVParser.parse(in, FORM)) {
            boolean first = true;
            boolean old = false;
            for (CSVRecord row : rows) {
                if (first) {
                    old = !added.isEmpty() && row.toList().equals(old());
                }
                if (first && !old && !row.toList().equals(header)) {
                    throw unreadable(
                            "does not have the columns of an import (docs/IMPORT.md): move it elsewhere, and import again");
                }
                if (!first) {
                    take(row, old ? old() : header, taker);
                }
                first = false;
            }
        } catch (IOException failure) {
            throw unreadable(Reason.of(failure));
        } catch (UncheckedIOException failure) {
            throw unreadable(Reason.of(failure.getCause()));
        }
    }

    /** The columns of a table of before. */
    private List<String> old() {
        return header.stream().filter(column -> !added.contains(column)).toList();
    }

    private void take(CSVRecord row, List<String> columns, Consumer<List<String>> taker) {
        if (row.size() != columns.size()) {
            throw unreadable("line " + row.getParser().getCurrentLineNumber() + " has " + row.size()
                    + " cells instead of " + columns.size());
        }
        if (columns.size() == header.size()) {
            taker.accept(row.stream().map(String::strip).toList());
            return;
        }
        taker.accept(header.stream()
                .map(columns::indexOf)
                .map(at -> at < 0 ? "" : row.get(at).strip())
                .toList());
    }

    /** Gives rows, one by one. */
    @FunctionalInterface
    interface TableRows {
        void each(Consumer<List<String>> taker);
    }

    /** Writes all rows, aside and then in place of what is there. */
    void write(TableRows rows) {
        FileContent content = out -> write(out, rows);
        try {
            OutputFile.replace(path, content);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't write " + Quoted.line(path.toString()), failure);
        } catch (UncheckedIOException failure) {
            throw new UncheckedIOException("can't write " + Quoted.line(path.toString()), failure.getCause());
        }
    }

    private void write(OutputStream out, TableRows rows) throws IOException {
        // the stream is not ours to close
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORM);
        printer.printRecord(header);
        rows.each(cells -> {
            try {
                printer.printRecord(cells.stream().map(TableFile::disarmed));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        printer.flush();
    }

    private static String disarmed(String cell) {
        return !cell.isEmpty() && OBEYED.indexOf(cell.charAt(0)) >= 0 ? " " + cell : cell;
    }

    private InvalidInputException unreadable(String why) {
        return new InvalidInputException(Quoted.line(path.toString()) + ": " + why);
    }
}

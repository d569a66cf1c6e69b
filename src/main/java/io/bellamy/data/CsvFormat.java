package io.bellamy.data;

import io.bellamy.data.TableReader.TableRow;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Separated columns in UTF-8, under a header. */
final class CsvFormat implements StreamFormat {

    private static final String SEPARATOR_HINT = "sep=";

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<String> endings() {
        return List.of(".csv", ".tsv");
    }

    @Override
    public boolean isSeparated() {
        return true;
    }

    @Override
    public void read(InputStream in, DataTable file, RowSink rows) throws IOException {
        new Table(file).read(in, rows);
    }

    private record Table(DataTable file) {

        void read(InputStream in, RowSink rows) throws IOException {
            TableReader table = new TableReader(withoutMark(in), file.name(), file.separator(), file.limits());
            TableHeader header = header(table);
            for (Optional<TableRow> next = table.next(); next.isPresent(); next = table.next()) {
                TableRow row = next.get().trimmed(header.width());
                if (row.isBlank()) {
                    continue;
                }
                if (row.cells().size() > header.width()) {
                    // which cell is one too many can't be told, so none of them can be trusted
                    rows.reject(
                            row.line(),
                            "must have no more cells than the header, " + header.width() + ", but has "
                                    + row.cells().size());
                } else {
                    rows.add(new CsvRow(row, header));
                }
            }
        }

        private static BufferedReader withoutMark(InputStream in) throws IOException {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        }

        /** Above the header there may be blank lines, comments, and the line with which spreadsheets are told the separator. */
        private TableHeader header(TableReader table) throws IOException {
            Set<String> used = file.columns();
            for (Optional<TableRow> next = table.next(); next.isPresent(); next = table.next()) {
                TableRow row = next.get();
                if (row.cells().containsAll(used) || !isPreamble(row)) {
                    return TableHeader.of(
                            row, used, file.absent(), file.name() + ":" + row.line(), new Problems(file.limits()));
                }
            }
            throw new NothingToWorkWithException(file.name() + ": is empty");
        }

        private boolean isPreamble(TableRow row) {
            char separator = file.separator();
            String text = String.join(Character.toString(separator), row.cells());
            boolean hint = text.length() == SEPARATOR_HINT.length() + 1
                    && text.toLowerCase(Locale.ROOT).startsWith(SEPARATOR_HINT);
            if (hint && text.charAt(text.length() - 1) != separator) {
                throw new InvalidInputException(
                        file.name() + ":" + row.line() + ": says that the columns are separated by "
                                + Quoted.of(text.substring(SEPARATOR_HINT.length()))
                                + ", but the data set's separator is " + Quoted.of(separator));
            }
            return hint || row.isBlank() || text.startsWith("#");
        }
    }
}

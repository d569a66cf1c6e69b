package io.bellamy.data;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a text of separated columns apart, row by row, as RFC 4180 has it: a cell in quotation marks may hold separators
 * and line ends, and quotation marks written twice. Line ends are those of any system. Spaces around cells are dropped.
 * What one row may hold is bounded, so that no text takes more memory than a row can.
 */
final class TableReader {

    private static final int END = -1;
    private static final int BUFFER = 1 << 16;

    /**
     * A row.
     *
     * @param line where it begins, from 1
     * @param cells at least one
     */
    record TableRow(long line, List<String> cells) {

        /** Is there nothing in it? */
        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        /** Without the blank cells at its end, as far as they are beyond a number of columns. */
        TableRow trimmed(int columns) {
            int size = cells.size();
            while (size > columns && cells.get(size - 1).isEmpty()) {
                size--;
            }
            return size == cells.size() ? this : new TableRow(line, cells.subList(0, size));
        }
    }

    private final Reader in;
    private final String name;
    private final char separator;
    private final Limits limits;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder cell = new StringBuilder();
    private int position;
    private int filled;
    private long line = 1;

    /** Reads from where the reader is; {@code name} stands for it in messages. */
    TableReader(Reader in, String name, char separator, Limits limits) {
        this.in = in;
        this.name = name;
        this.separator = separator;
        this.limits = limits;
    }

    /**
     * The next row; empty at the end.
     *
     * @throws InvalidInputException if a quotation mark is not where it may be, or the row holds more than the limits allow
     */
    Optional<TableRow> next() throws IOException {
        if (peek() == END) {
            return Optional.empty();
        }
        long begin = line;
        List<String> cells = new ArrayList<>();
        do {
            if (cells.size() == limits.columns()) {
                throw wrong(begin, "it has " + Limits.exceeded(limits.columns(), "column", "columns"));
            }
            cells.add(cell());
        } while (passes(separator));
        passes('\r');
        passes('\n');
        line++;
        return Optional.of(new TableRow(begin, cells));
    }

    private String cell() throws IOException {
        cell.setLength(0);
        while (isSpace(peek())) {
            take();
        }
        if (passes('"')) {
            quoted();
        } else {
            while (!endsCell(peek())) {
                take();
            }
        }
        return cell.toString().strip();
    }

    private void quoted() throws IOException {
        long opened = line;
        cell.setLength(0);
        while (true) {
            int next = peek();
            if (next == END) {
                throw wrong(opened, "a quotation mark is opened here and never closed");
            }
            if (next == '"') {
                position++;
                if (peek() != '"') {
                    break;
                }
            }
            take();
            if (next == '\n' || (next == '\r' && peek() != '\n')) {
                line++;
            }
        }
        while (isSpace(peek())) {
            position++;
        }
        if (!endsCell(peek())) {
            throw wrong(
                    line, "a quotation mark is closed before the end of a cell; inside of a cell it is written twice");
        }
    }

    private boolean isSpace(int next) {
        return next != separator && (next == ' ' || next == '\t');
    }

    private boolean endsCell(int next) {
        return next == END || next == separator || next == '\n' || next == '\r';
    }

    private void take() throws IOException {
        if (cell.length() == limits.cellCharacters()) {
            throw wrong(
                    line,
                    "a cell has " + Limits.exceeded(limits.cellCharacters(), "character", "cell_characters")
                            + ", or a quotation mark is not closed");
        }
        cell.append((char) peek());
        position++;
    }

    private boolean passes(char wanted) throws IOException {
        boolean there = peek() == wanted;
        position += there ? 1 : 0;
        return there;
    }

    private int peek() throws IOException {
        if (position == filled) {
            filled = Math.max(0, in.read(buffer, 0, BUFFER));
            position = 0;
        }
        return filled == 0 ? END : buffer[position];
    }

    private InvalidInputException wrong(long at, String what) {
        return new InvalidInputException(name + ":" + at + ": can't be read as a table: " + what);
    }
}

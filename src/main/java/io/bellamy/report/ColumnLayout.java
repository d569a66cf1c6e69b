package io.bellamy.report;

import java.util.ArrayList;
import java.util.List;

/** Lines up blocks of rows under common columns: numbers at their last digit, marks after it, groups side by side. */
final class ColumnLayout {

    private static final String LABEL = "method";
    private static final String MARKS = "[~*]*$";
    private static final int GAP = 2;

    private final List<LaidOutColumn> columns;
    private final List<LaidOutRow> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param group its name stands over the first of its columns
     * @param head stands over the column
     */
    record LaidOutColumn(String group, String head) {}

    /** A row, or with no cells the title of a block. */
    private record LaidOutRow(String label, List<String> cells) {}

    /** Where the numbers of a column begin and end, and where their marks end. */
    private record Span(int begin, int end, int marksEnd) {}

    ColumnLayout(List<LaidOutColumn> columns) {
        this.columns = columns;
    }

    /** Begins a block. */
    void title(String title) {
        rows.add(new LaidOutRow(title, List.of()));
    }

    /** Adds a row with a cell for each column; marks at the end of a cell are any of {@code ~*}. */
    void row(String label, List<String> cells) {
        rows.add(new LaidOutRow(label, cells));
    }

    /** Every block with its title and heads, and an empty line after it. */
    String render() {
        StringBuilder text = new StringBuilder();
        List<Span> spans = spans();
        for (int i = 0; i < rows.size(); i++) {
            LaidOutRow row = rows.get(i);
            if (row.cells().isEmpty()) {
                end(text, new StringBuilder(row.label()));
                end(text, groups(spans));
                row = new LaidOutRow(
                        LABEL, columns.stream().map(LaidOutColumn::head).toList());
            }
            end(text, line(row, spans));
            if (i + 1 == rows.size() || rows.get(i + 1).cells().isEmpty()) {
                end(text, new StringBuilder());
            }
        }
        return text.toString();
    }

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int end = cells().stream().mapToInt(row -> row.label().length()).reduce(LABEL.length(), Math::max);
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            int begin = end + (beginsGroup(i) ? 2 * GAP : GAP);
            int least = beginsGroup(i) && (i + 1 == columns.size() || beginsGroup(i + 1))
                    ? group(i).length()
                    : columns.get(i).head().length();
            int digits = cells().stream()
                    .mapToInt(row -> unmarked(row.cells().get(column)).length())
                    .reduce(least, Math::max);
            int marks = cells().stream()
                    .map(row -> row.cells().get(column))
                    .mapToInt(cell -> cell.length() - unmarked(cell).length())
                    .reduce(0, Math::max);
            end = begin + digits + marks;
            spans.add(new Span(begin, begin + digits, end));
        }
        return spans;
    }

    private List<LaidOutRow> cells() {
        return rows.stream().filter(row -> !row.cells().isEmpty()).toList();
    }

    private boolean beginsGroup(int column) {
        return column == 0
                || !columns.get(column).group().equals(columns.get(column - 1).group());
    }

    private String group(int column) {
        return columns.get(column).group();
    }

    /** The name of each group over its first column. */
    private StringBuilder groups(List<Span> spans) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            if (beginsGroup(i)) {
                pad(line, spans.get(i).begin()).append(group(i));
            }
        }
        return line;
    }

    private static StringBuilder line(LaidOutRow row, List<Span> spans) {
        StringBuilder line = new StringBuilder(row.label());
        for (int i = 0; i < spans.size(); i++) {
            String cell = row.cells().get(i);
            pad(line, spans.get(i).end() - unmarked(cell).length()).append(cell);
            pad(line, spans.get(i).marksEnd());
        }
        return line;
    }

    private static StringBuilder pad(StringBuilder line, int length) {
        return line.append(" ".repeat(Math.max(0, length - line.length())));
    }

    private static void end(StringBuilder text, StringBuilder line) {
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }

    private static String unmarked(String cell) {
        return cell.replaceAll(MARKS, "");
    }
}

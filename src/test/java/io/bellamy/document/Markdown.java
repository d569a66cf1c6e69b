package io.bellamy.document;

import java.util.List;
import java.util.stream.Collectors;

/** Tables and text of program output for Markdown. */
public final class Markdown {

    private Markdown() {}

    /** A table; every row must have a cell for each head. */
    public static String table(List<String> heads, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(row(heads))
                .append('|')
                .append("---|".repeat(heads.size()))
                .append('\n');
        for (List<String> row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException("cells are missing or too many: " + row);
            }
            text.append(row(row));
        }
        return text.toString();
    }

    /** What a program printed. */
    static String printed(String text) {
        return "```text\n" + text.stripTrailing() + "\n```\n";
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
                .collect(Collectors.joining("", "|", "\n"));
    }
}

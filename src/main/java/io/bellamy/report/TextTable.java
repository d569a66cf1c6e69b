package io.bellamy.report;

import io.bellamy.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under a header, every column as wide as its widest cell. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    TextTable(List<String> header) {
        lines.add(List.copyOf(header));
    }

    /** Adds a row with as many cells as the header has, each of which stays on its line. */
    void row(List<String> cells) {
        lines.add(cells.stream().map(Quoted::line).toList());
    }

    /** All columns to the right but the last. */
    String toTheRight() {
        return render(false);
    }

    /** All columns to the left. */
    String toTheLeft() {
        return render(true);
    }

    private String render(boolean left) {
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = line.get(column);
                String fill = " ".repeat(widths[column] - cell.length());
                boolean last = column == widths.length - 1;
                row.append(left || last ? cell + fill : fill + cell).append(last ? "" : GAP);
            }
            text.append(row.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }
}

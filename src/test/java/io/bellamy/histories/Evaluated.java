package io.bellamy.histories;

import io.bellamy.histories.Errors.Compared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code evaluate} wrote of a method. */
final class Evaluated {

    /** What a measured runtime of an algorithm should have been, had nothing gone wrong. */
    @FunctionalInterface
    interface Right {

        Right MEASURED = (algorithm, seconds) -> seconds;

        double seconds(String algorithm, double measured);
    }

    /**
     * A column of an evaluation's table.
     *
     * @param support from which contexts was learned
     * @param kind interpolation or extrapolation
     * @param n the number of points
     */
    record Column(String support, String kind, int n) implements Comparable<Column> {

        private static final Comparator<Column> ORDER = Comparator.comparing(Column::support)
                .thenComparing(Column::kind, Comparator.reverseOrder())
                .thenComparingInt(Column::n);

        @Override
        public int compareTo(Column other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return kind + ", n = " + n;
        }
    }

    private Evaluated() {}

    static Map<Column, List<Compared>> read(Path folder, String method, String support, Right right)
            throws IOException {
        return Rows.read(folder.resolve("predictions.csv")).rows().stream()
                .filter(row -> row.get("method").equals(method))
                .collect(Collectors.groupingBy(
                        row -> new Column(support, row.get("kind"), Integer.parseInt(row.get("n"))),
                        TreeMap::new,
                        Collectors.mapping(row -> compared(row, right), Collectors.toList())));
    }

    /** Column by column. */
    static Map<Column, List<Compared>> merged(Map<Column, List<Compared>> some, Map<Column, List<Compared>> others) {
        Map<Column, List<Compared>> all = new TreeMap<>(some);
        others.forEach(
                (column, more) -> all.merge(column, more, (one, other) -> Stream.concat(one.stream(), other.stream())
                        .toList()));
        return all;
    }

    private static Compared compared(Map<String, String> row, Right right) {
        double measured = number(row.get("actual"));
        return new Compared(
                row.get("algorithm") + ": " + row.get("context"),
                number(row.get("predicted")),
                right.seconds(row.get("algorithm"), measured),
                number(row.get("lower_90")) <= measured && measured <= number(row.get("upper_90")));
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}

package io.bellamy.report;

import io.bellamy.evaluation.MethodErrors;
import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.QuestionKind;
import io.bellamy.problem.Quoted;
import io.bellamy.report.ColumnLayout.LaidOutColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Tables of figures by the number of training points: a column for each kind of question and number. */
final class PointTables {

    private static final double LEVEL = 0.9;
    private static final String LINE = System.lineSeparator();

    private final Protocol protocol;
    private final List<MethodErrors> figures;
    private final List<PointColumn> columns;

    /** A kind of question and a number of training points. */
    private record PointColumn(QuestionKind kind, int n) {

        boolean holds(MethodErrors cell) {
            return cell.kind() == kind && cell.n() == n;
        }

        LaidOutColumn laidOut() {
            return new LaidOutColumn(EvaluationJson.word(kind), "n = " + n);
        }
    }

    PointTables(Protocol protocol, List<MethodErrors> figures) {
        this.protocol = protocol;
        this.figures = figures;
        this.columns = figures.stream()
                .map(cell -> new PointColumn(cell.kind(), cell.n()))
                .distinct()
                .sorted(Comparator.comparing(PointColumn::kind).thenComparing(PointColumn::n))
                .toList();
    }

    /** A measure under its title: a block for each algorithm and one for all, or that alone; nothing where no method has it. */
    String of(Measure measure) {
        if (figures.stream().noneMatch(cell -> Double.isFinite(measure.distance(cell)))) {
            return "";
        }
        ColumnLayout layout = layout();
        for (String algorithm : algorithms(figures)) {
            List<MethodErrors> own = of(figures, algorithm);
            if (measure.isOfEachAlgorithm() || isAll(algorithm)) {
                layout.title(title(protocol, algorithm, own));
                block(layout, own, measure);
            }
        }
        return measure.title() + LINE + LINE + layout.render();
    }

    /** The share of runtimes inside the intervals of every level, over all algorithms; nothing without intervals. */
    String coverage() {
        ColumnLayout layout = layout();
        boolean any = false;
        for (String algorithm : algorithms(figures)) {
            List<MethodErrors> own = of(figures, algorithm);
            if (isAll(algorithm)) {
                layout.title(title(protocol, algorithm, own));
                for (String method : methods(own)) {
                    TreeSet<Double> levels = new TreeSet<>();
                    own.stream()
                            .filter(cell -> cell.method().equals(method))
                            .forEach(cell -> levels.addAll(cell.coverage().keySet()));
                    levels.forEach(level -> inside(layout, own, method, level));
                    any |= !levels.isEmpty();
                }
            }
        }
        return any ? "share of runtimes inside the intervals" + LINE + LINE + layout.render() : "";
    }

    private ColumnLayout layout() {
        return new ColumnLayout(columns.stream().map(PointColumn::laidOut).toList());
    }

    /** The algorithms that are shown: all together are the same as the only one. */
    static List<String> algorithms(List<MethodErrors> figures) {
        List<String> algorithms =
                figures.stream().map(MethodErrors::algorithm).distinct().toList();
        return algorithms.size() == 2 ? algorithms.subList(0, 1) : algorithms;
    }

    static List<MethodErrors> of(List<MethodErrors> figures, String algorithm) {
        return figures.stream()
                .filter(cell -> cell.algorithm().equals(algorithm))
                .toList();
    }

    static List<String> methods(List<MethodErrors> own) {
        return own.stream().map(MethodErrors::method).distinct().toList();
    }

    private boolean isAll(String algorithm) {
        List<String> shown = algorithms(figures);
        return algorithm.equals(shown.get(shown.size() - 1));
    }

    static String title(Protocol protocol, String algorithm, List<MethodErrors> own) {
        int number = own.stream()
                .mapToInt(cell -> cell.kind() == QuestionKind.NEXT ? cell.asked() : cell.contexts())
                .max()
                .orElse(0);
        return (algorithm.equals(MethodErrors.ALL) ? "all algorithms" : Quoted.plain(algorithm)) + ", "
                + protocol.heldOut(number);
    }

    private void block(ColumnLayout layout, List<MethodErrors> own, Measure measure) {
        List<Optional<MethodErrors>> best = columns.stream()
                .map(column -> own.stream()
                        .filter(column::holds)
                        .filter(cell -> Double.isFinite(measure.distance(cell)))
                        .min(Comparator.comparingDouble(measure::distance)))
                .toList();
        for (String method : methods(own)) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Optional<MethodErrors> winner = best.get(i);
                cells.add(cell(own, method, columns.get(i))
                        .map(cell ->
                                shown(measure, cell, winner.filter(cell::equals).isPresent()))
                        .orElse("-"));
            }
            if (cells.stream().anyMatch(cell -> !cell.equals("-"))) {
                layout.row(Quoted.plain(method), cells);
            }
        }
        if (measure == Measure.RELATIVE) {
            methods(own).forEach(method -> inside(layout, own, method, LEVEL));
        }
    }

    /** A figure with its marks. */
    static String shown(Measure measure, MethodErrors cell, boolean best) {
        String figure = measure.shown(cell);
        return figure.equals("-") ? figure : figure + (isPartial(cell) ? "~" : "") + (best ? "*" : "");
    }

    private void inside(ColumnLayout layout, List<MethodErrors> own, String method, double level) {
        List<Optional<Double>> inside = columns.stream()
                .map(column ->
                        cell(own, method, column).map(cell -> cell.coverage().get(level)))
                .toList();
        if (inside.stream().anyMatch(Optional::isPresent)) {
            layout.row(
                    Quoted.plain(method) + ", in " + percent(level),
                    inside.stream()
                            .map(share -> share.map(found -> String.format(Locale.ROOT, "%.3f", found))
                                    .orElse("-"))
                            .toList());
        }
    }

    /** {@code 90 %}. */
    static String percent(double level) {
        return Math.round(100 * level) + " %";
    }

    private static Optional<MethodErrors> cell(List<MethodErrors> own, String method, PointColumn column) {
        return own.stream()
                .filter(column::holds)
                .filter(cell -> cell.method().equals(method))
                .findFirst();
    }

    static boolean isPartial(MethodErrors cell) {
        return cell.answered() < cell.asked();
    }
}

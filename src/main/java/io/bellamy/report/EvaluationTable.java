package io.bellamy.report;

import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.MethodErrors;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import io.bellamy.report.ColumnLayout.LaidOutColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An evaluation for a terminal: one block for each algorithm and one for all, in it one row for each method. */
public final class EvaluationTable {

    private static final double LEVEL = 0.9;
    private static final double MANY = 1000;
    private static final String LINE = System.lineSeparator();

    /** Which error is shown. */
    public enum Measure {
        RELATIVE("mean relative error, |predicted - actual| / actual", "%.3f"),
        ABSOLUTE("mean absolute error, seconds", "%.1f");

        private final String title;
        private final String format;

        Measure(String title, String format) {
            this.title = title;
            this.format = format;
        }

        private double of(MethodErrors cell) {
            return (this == RELATIVE ? cell.relative() : cell.absolute()).mean();
        }

        private String shown(MethodErrors cell) {
            // so far off, digits say nothing but widen the column
            return String.format(Locale.ROOT, of(cell) < MANY ? format : "%.0f", of(cell));
        }
    }

    /** The tables of the errors asked for, then what the methods are and what could not be done. */
    public String render(EvaluationRun run, List<Measure> measures) {
        List<MethodErrors> figures = MethodErrors.of(run.outcomes());
        StringBuilder text = new StringBuilder();
        measures.forEach(measure -> append(text, figures, measure));
        text.append("* best of its column");
        if (figures.stream().anyMatch(EvaluationTable::isPartial)) {
            text.append(", ~ only some of the questions answered, - none");
        }
        if (figures.stream().anyMatch(cell -> cell.coverage().containsKey(LEVEL))) {
            text.append("; in 90 %: the share of runtimes inside the method's 90 % intervals");
        }
        text.append(LINE);
        run.methods().forEach(method -> {
            text.append(Quoted.line(method.name())).append(": ").append(Quoted.line(method.description()));
            if (method.mostSplits() < run.protocol().splits()) {
                text.append(String.format(
                        Locale.ROOT,
                        " (%d of %s)",
                        method.mostSplits(),
                        Counted.of(run.protocol().splits(), "split")));
            }
            text.append(LINE);
        });
        run.notes()
                .forEach(note -> text.append("note: ").append(Quoted.line(note)).append(LINE));
        return text.toString();
    }

    private static void append(StringBuilder text, List<MethodErrors> figures, Measure measure) {
        List<LaidOutColumn> columns = figures.stream()
                .map(cell -> new LaidOutColumn(cell.kind(), cell.n()))
                .distinct()
                .sorted(Comparator.comparing(LaidOutColumn::kind).thenComparing(LaidOutColumn::n))
                .toList();
        text.append(measure.title).append(LINE).append(LINE);
        ColumnLayout layout = new ColumnLayout(columns);
        List<String> algorithms =
                figures.stream().map(MethodErrors::algorithm).distinct().toList();
        // all together are the same as the only algorithm
        algorithms.stream()
                .filter(algorithm -> algorithms.size() != 2 || !algorithm.equals(MethodErrors.ALL))
                .forEach(algorithm -> {
                    List<MethodErrors> own = figures.stream()
                            .filter(cell -> cell.algorithm().equals(algorithm))
                            .toList();
                    layout.title(title(algorithm, own));
                    block(layout, columns, own, measure);
                });
        text.append(layout.render());
    }

    private static String title(String algorithm, List<MethodErrors> own) {
        int contexts = own.stream().mapToInt(MethodErrors::contexts).max().orElse(0);
        return (algorithm.equals(MethodErrors.ALL) ? "all algorithms" : Quoted.plain(algorithm)) + ", "
                + Counted.of(contexts, "context");
    }

    private static void block(
            ColumnLayout layout, List<LaidOutColumn> columns, List<MethodErrors> own, Measure measure) {
        List<Optional<MethodErrors>> best = columns.stream()
                .map(column -> own.stream().filter(column::holds).min(Comparator.comparingDouble(measure::of)))
                .toList();
        List<String> methods = own.stream().map(MethodErrors::method).distinct().toList();
        for (String method : methods) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Optional<MethodErrors> winner = best.get(i);
                cells.add(cell(own, method, columns.get(i))
                        .map(cell -> measure.shown(cell)
                                + (isPartial(cell) ? "~" : "")
                                + (winner.filter(cell::equals).isPresent() ? "*" : ""))
                        .orElse("-"));
            }
            layout.row(Quoted.plain(method), cells);
        }
        if (measure == Measure.RELATIVE) {
            methods.forEach(method -> coverage(layout, columns, own, method));
        }
    }

    private static void coverage(
            ColumnLayout layout, List<LaidOutColumn> columns, List<MethodErrors> own, String method) {
        List<Optional<Double>> inside = columns.stream()
                .map(column ->
                        cell(own, method, column).map(cell -> cell.coverage().get(LEVEL)))
                .toList();
        if (inside.stream().anyMatch(Optional::isPresent)) {
            layout.row(
                    Quoted.plain(method) + ", in 90 %",
                    inside.stream()
                            .map(share -> share.map(found -> String.format(Locale.ROOT, "%.3f", found))
                                    .orElse("-"))
                            .toList());
        }
    }

    private static Optional<MethodErrors> cell(List<MethodErrors> own, String method, LaidOutColumn column) {
        return own.stream()
                .filter(column::holds)
                .filter(cell -> cell.method().equals(method))
                .findFirst();
    }

    private static boolean isPartial(MethodErrors cell) {
        return cell.answered() < cell.asked();
    }
}

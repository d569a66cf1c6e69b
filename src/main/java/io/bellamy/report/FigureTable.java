package io.bellamy.report;

import io.bellamy.evaluation.MethodErrors;
import io.bellamy.evaluation.Protocol;
import io.bellamy.problem.Quoted;
import io.bellamy.report.ColumnLayout.LaidOutColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All figures of a protocol without training points side by side: a row for each method, a column for each figure. */
record FigureTable(Protocol protocol, List<MethodErrors> figures) {

    private static final String LINE = System.lineSeparator();

    /** In the order of their heads. */
    private static final List<Measure> MEASURES =
            List.of(Measure.LOG, Measure.BIAS, Measure.RELATIVE, Measure.ABSOLUTE, Measure.SCORE);

    private static final List<String> HEADS = List.of("|ln|", "ln", "relative", "seconds", "score");
    private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);

    /** A block for each algorithm, and one for all, under what its columns are. */
    String render() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < HEADS.size(); i++) {
            text.append(HEADS.get(i))
                    .append(": ")
                    .append(MEASURES.get(i).title())
                    .append(LINE);
        }
        text.append("in 50 %, ...: the share of runtimes inside the intervals")
                .append(LINE)
                .append(LINE);
        List<LaidOutColumn> columns = new ArrayList<>();
        HEADS.forEach(head -> columns.add(new LaidOutColumn("error", head)));
        LEVELS.forEach(level -> columns.add(new LaidOutColumn("runtimes", "in " + PointTables.percent(level))));
        ColumnLayout layout = new ColumnLayout(columns);
        for (String algorithm : PointTables.algorithms(figures)) {
            List<MethodErrors> own = PointTables.of(figures, algorithm);
            layout.title(PointTables.title(protocol, algorithm, own));
            own.forEach(cell -> layout.row(Quoted.plain(cell.method()), cells(cell, own)));
        }
        return text.append(layout.render()).toString();
    }

    private static List<String> cells(MethodErrors cell, List<MethodErrors> own) {
        List<String> cells = new ArrayList<>();
        for (Measure measure : MEASURES) {
            Optional<MethodErrors> best = own.stream()
                    .filter(other -> Double.isFinite(measure.distance(other)))
                    .min(Comparator.comparingDouble(measure::distance));
            cells.add(PointTables.shown(measure, cell, best.filter(cell::equals).isPresent()));
        }
        for (Double level : LEVELS) {
            Double share = cell.coverage().get(level);
            cells.add(share == null ? "-" : String.format(Locale.ROOT, "%.3f", share));
        }
        return cells;
    }
}

package io.bellamy.report;

import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.MethodErrors;
import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.SplitProtocol;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import java.util.List;
import java.util.Locale;

/** An evaluation for a terminal: one block for each algorithm and one for all, in it one row for each method. */
public final class EvaluationTable {

    private static final double LEVEL = 0.9;
    private static final String LINE = System.lineSeparator();

    /** The tables of the figures, then what the methods are and what could not be done. */
    public String render(EvaluationRun run) {
        Protocol protocol = run.protocol();
        List<MethodErrors> figures = MethodErrors.of(run.outcomes());
        StringBuilder text = new StringBuilder();
        if (protocol instanceof SplitProtocol) {
            PointTables tables = new PointTables(protocol, figures);
            List.of(Measure.values()).forEach(measure -> text.append(tables.of(measure)));
            text.append(tables.coverage());
        } else {
            text.append(new FigureTable(protocol, figures).render());
        }
        text.append("* best of its column");
        if (figures.stream().anyMatch(PointTables::isPartial)) {
            text.append(", ~ only some of the questions answered, - none");
        }
        if (figures.stream().anyMatch(cell -> cell.coverage().containsKey(LEVEL))) {
            text.append("; in 90 %: the share of runtimes inside the method's 90 % intervals");
        }
        text.append(LINE);
        run.methods().forEach(method -> {
            text.append(Quoted.line(method.name())).append(": ").append(Quoted.line(method.description()));
            if (method.mostSplits() < protocol.splits()) {
                text.append(String.format(
                        Locale.ROOT, " (%d of %s)", method.mostSplits(), Counted.of(protocol.splits(), "split")));
            }
            text.append(LINE);
        });
        run.notes()
                .forEach(note -> text.append("note: ").append(Quoted.line(note)).append(LINE));
        return text.toString();
    }
}

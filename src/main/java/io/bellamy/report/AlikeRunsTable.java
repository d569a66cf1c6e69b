package io.bellamy.report;

import io.bellamy.job.Run;
import io.bellamy.model.AlikeRun;
import io.bellamy.prediction.Explanation;
import io.bellamy.prediction.Explanation.ExplainedProperty;
import io.bellamy.problem.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The runs that an answer rests on most, for people: a row for each, with the properties in which they differ from what was asked. */
final class AlikeRunsTable {

    private AlikeRunsTable() {}

    /** Nothing where all runs of the context count the same. */
    static String render(Explanation explanation) {
        List<AlikeRun> runs = explanation.runs();
        if (runs.isEmpty()) {
            return "";
        }
        List<ExplainedProperty> differing = explanation.properties().stream()
                .filter(property -> runs.stream().anyMatch(alike -> differs(alike.run(), property)))
                .toList();
        boolean dated = runs.stream().anyMatch(alike -> alike.run().measured().isPresent());
        List<String> header = new ArrayList<>(List.of("alike", "scale-out", "runtime [s]"));
        if (dated) {
            header.add("day");
        }
        differing.forEach(property -> header.add(property.name()));
        TextTable table = new TextTable(header);
        for (AlikeRun alike : runs) {
            List<String> cells = new ArrayList<>(List.of(
                    String.format(Locale.ROOT, "%.0f %%", 100 * alike.likeness()),
                    String.valueOf(alike.run().scaleOut()),
                    runtime(alike.run())));
            if (dated) {
                cells.add(alike.run().measured().map(LocalDate::toString).orElse("?"));
            }
            differing.forEach(property -> cells.add(shown(alike.run(), property)));
            table.row(cells);
        }
        return System.lineSeparator() + "the runs that it rests on most:" + System.lineSeparator() + table.toTheLeft();
    }

    /** Of a run that was stopped it is only known that it would have taken longer. */
    private static String runtime(Run run) {
        return (run.finished() ? "" : "> ") + String.format(Locale.ROOT, "%.1f", run.runtime());
    }

    private static boolean differs(Run run, ExplainedProperty property) {
        return !run.essential(property.name()).equals(property.value());
    }

    private static String shown(Run run, ExplainedProperty property) {
        return differs(run, property) ? Quoted.plain(run.essential(property.name())) : "same";
    }
}

package io.bellamy.report;

import io.bellamy.prediction.Explanation;
import io.bellamy.problem.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/** An explanation for people: a row for each property. */
final class ExplanationTable {

    private static final String NOTHING = "nothing: it was the same in all runs, or the value is not known";

    private ExplanationTable() {}

    static String render(Explanation explanation) {
        TextTable table = new TextTable(List.of("property", "value", "seen", "nearest known values", "the model sees"));
        explanation
                .properties()
                .forEach(property -> table.row(List.of(
                        property.name(),
                        shown(property.value()),
                        property.seen() ? "yes" : "no",
                        property.nearest().stream().map(ExplanationTable::shown).collect(Collectors.joining(", ")),
                        property.views().isEmpty() ? NOTHING : Quoted.line(String.join("; ", property.views())))));
        return "how the model sees scale-out " + explanation.scaleOut() + ":" + System.lineSeparator()
                + table.toTheLeft();
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(blank)" : Quoted.plain(value);
    }
}

package io.bellamy.report;

import io.bellamy.problem.Quoted;
import io.bellamy.saving.JobSaving;
import io.bellamy.saving.SavingsSummary;
import java.util.List;

/** What jobs could save, for people. */
public final class SavingsReport {

    private SavingsReport() {}

    /** A table, what saves most first, and below it what there is to say besides. */
    public static String text(SavingsSummary summary) {
        StringBuilder text = new StringBuilder();
        line(text, SavingsWords.heading(summary));
        List<JobSaving> savings = summary.savings();
        if (!savings.isEmpty()) {
            TextTable table = new TextTable(SavingsWords.HEADER);
            SavingsWords.rows(summary).forEach(table::row);
            text.append(System.lineSeparator()).append(table.toTheLeft()).append(System.lineSeparator());
        }
        savings.forEach(saving -> SavingsWords.notes(saving).forEach(note -> line(text, note)));
        SavingsWords.basis(summary).forEach(note -> line(text, note));
        SavingsWords.reasons(summary).forEach(reason -> line(text, reason));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(Quoted.line(line)).append(System.lineSeparator());
    }
}

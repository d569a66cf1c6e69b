package io.bellamy.report;

import io.bellamy.adaptation.Interval;
import io.bellamy.problem.Quoted;
import io.bellamy.recommendation.Candidate;
import io.bellamy.saving.JobSaving;
import io.bellamy.saving.SavingOutcome.NotLooked;
import io.bellamy.saving.SavingsSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** What jobs could save, for people and for spreadsheets. */
public final class SavingsReport {

    private static final Object[] HEADER = {
        "job",
        "usual_machine_type",
        "usual_scale_out",
        "usual_seconds",
        "usual_cost",
        "machine_type",
        "scale_out",
        "predicted_seconds",
        "lower_seconds",
        "upper_seconds",
        "cost",
        "currency",
        "runs_a_month",
        "saving_a_run",
        "saving_a_month",
        "chance_to_keep_time",
        "chance_to_save",
        "deadline_seconds",
        "deadline_met",
        "reason"
    };

    private SavingsReport() {}

    /** A table, what saves most first, and below it what there is to say besides. */
    public static String text(SavingsSummary summary) {
        StringBuilder text = new StringBuilder();
        line(text, SavingsWords.heading(summary));
        List<JobSaving> savings = summary.savings();
        if (!savings.isEmpty()) {
            TextTable table = new TextTable(SavingsWords.HEADER);
            savings.forEach(saving -> table.row(SavingsWords.row(saving)));
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

    /** A row for each job, with all digits; nothing where a value is not known. */
    public static String csv(SavingsSummary summary) {
        StringBuilder text = new StringBuilder();
        row(text, HEADER);
        summary.savings().forEach(saving -> row(text, cells(saving)));
        summary.outcomes().forEach(outcome -> {
            if (outcome instanceof NotLooked none) {
                Object[] cells = new Object[HEADER.length];
                cells[0] = none.name();
                cells[HEADER.length - 1] = none.reason();
                row(text, cells);
            }
        });
        return text.toString();
    }

    private static Object[] cells(JobSaving saving) {
        Candidate best = saving.best();
        return Arrays.asList(
                        saving.job().name(),
                        saving.usual().machineType(),
                        saving.usual().scaleOut(),
                        saving.seconds(),
                        saving.usualCost(),
                        best.machineType(),
                        best.scaleOut(),
                        best.runtime(),
                        best.prediction().interval().map(Interval::lower).orElse(null),
                        best.prediction().interval().map(Interval::upper).orElse(null),
                        best.cost().orElse(null),
                        saving.currency(),
                        saving.runsAMonth().orElse(null),
                        saving.ofARun(),
                        saving.aMonth().orElse(null),
                        saving.chanceToKeep().orElse(null),
                        saving.chanceToSave().orElse(null),
                        saving.deadline().map(JobSaving.JobDeadline::seconds).orElse(null),
                        saving.deadline().map(deadline -> saving.met()).orElse(null),
                        null)
                .toArray();
    }

    private static void row(StringBuilder text, Object... cells) {
        try {
            CsvText.write(text, cells);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
    }
}

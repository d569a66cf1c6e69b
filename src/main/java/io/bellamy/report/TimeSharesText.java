package io.bellamy.report;

import io.bellamy.imports.TimeShares;
import io.bellamy.job.ScaleOutUnit;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import java.util.List;
import java.util.Locale;

/** Where the time of a job's runs goes, for people: a sentence, and a bar for each share. */
final class TimeSharesText {

    private static final int WIDTH = 40;

    private TimeSharesText() {}

    static String render(TimeShares time, ScaleOutUnit counts) {
        TextTable table = new TextTable(List.of("where the time goes", "share", ""));
        row(table, "waiting for the first executor", time.waiting());
        row(table, "no task runs: the driver works or waits", time.driver());
        row(table, "a task of every stage, however many " + counts, time.tasks());
        row(table, "longest tasks, beyond that (skew)", time.skew());
        row(table, "tasks that more " + counts + " share", 1 - time.fixed());
        return sentence(time, counts) + System.lineSeparator() + table.toTheLeft();
    }

    private static String sentence(TimeShares time, ScaleOutUnit counts) {
        return String.format(
                        Locale.ROOT,
                        "%.0f %% of the time of the newest %s, at scale-out %.3g on average, does not shrink with more %s",
                        100 * time.fixed(),
                        Counted.of(time.runs(), "run"),
                        time.scaleOut(),
                        counts)
                + time.longest()
                        .map(stage -> String.format(
                                Locale.ROOT,
                                "; in the newest the longest task of stage %s takes %.0f %%",
                                Quoted.of(stage.name()),
                                100 * stage.share()))
                        .orElse("")
                + ":";
    }

    private static void row(TextTable table, String what, double share) {
        table.row(List.of(
                what, String.format(Locale.ROOT, "%.0f %%", 100 * share), "#".repeat((int) Math.round(WIDTH * share))));
    }
}

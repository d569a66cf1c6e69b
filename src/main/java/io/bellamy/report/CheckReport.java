package io.bellamy.report;

import io.bellamy.checking.CheckOutcome;
import io.bellamy.checking.CheckOutcome.CheckFailed;
import io.bellamy.checking.CheckOutcome.NotChecked;
import io.bellamy.checking.CheckSummary;
import io.bellamy.checking.CheckedRun;
import io.bellamy.checking.JobCheck;
import io.bellamy.checking.JobCheck.Expectations;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import java.util.List;
import java.util.Locale;

/** What came of a check, for people. */
public final class CheckReport {

    private CheckReport() {}

    /** A table of all jobs that were checked, and below it what was found. */
    public static String text(CheckSummary summary) {
        StringBuilder text = new StringBuilder();
        line(text, heading(summary));
        List<JobCheck> checks = summary.checks();
        if (!checks.isEmpty()) {
            text.append(System.lineSeparator());
            TextTable table = new TextTable(List.of(
                    "job",
                    "runs",
                    "off by",
                    "in " + Words.percent(CheckedRun.LEVEL) + " interval",
                    "usual cluster",
                    "runtime [s]",
                    "drifted",
                    "expected by"));
            checks.forEach(check -> table.row(List.of(
                    Quoted.plain(check.job().name()),
                    Integer.toString(check.runs().size()),
                    error(check),
                    CheckWords.inside(check),
                    CheckWords.cluster(check, check.usual()),
                    String.format(Locale.ROOT, "%.1f", check.usual().runtime()),
                    check.hasDrifted() ? "yes" : "no",
                    expectations(check.expectations()))));
            text.append(table.toTheLeft()).append(System.lineSeparator());
        }
        for (JobCheck check : checks) {
            CheckWords.findings(check).forEach(finding -> line(text, name(check) + ": " + finding));
        }
        for (JobCheck check : checks) {
            CheckWords.notes(check).forEach(note -> line(text, name(check) + ": " + note));
        }
        checks.stream()
                .filter(JobCheck::beganLate)
                .forEach(check -> line(
                        text,
                        name(check) + ": checked from " + check.from() + " on, for there were too few runs before"));
        summary.outcomes().forEach(outcome -> unchecked(text, outcome));
        return text.toString();
    }

    /** What was checked, and how much of it has drifted. */
    static String heading(CheckSummary summary) {
        List<JobCheck> checks = summary.checks();
        if (checks.isEmpty()) {
            return summary.target() + ": nothing was checked since " + summary.since();
        }
        int runs = checks.stream().mapToInt(check -> check.runs().size()).sum();
        long drifted = summary.drifted();
        return summary.target() + ": " + Counted.of(runs, "run") + " of " + Counted.of(checks.size(), "job") + " since "
                + summary.since() + ", each beside what the runs before it let expect; "
                + (drifted == 0
                        ? "nothing has drifted"
                        : drifted + (drifted == 1 ? " job has drifted" : " jobs have drifted"));
    }

    /** {@code 4.2 %}. */
    static String error(JobCheck check) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * check.error());
    }

    /** Where a job's expectations come from. */
    static String expectations(Expectations from) {
        return from.version()
                .map(version -> "version " + version)
                .orElse("a model of the " + Counted.of(from.runs(), "run") + " before");
    }

    private static String name(JobCheck check) {
        return Quoted.plain(check.job().name());
    }

    private static void unchecked(StringBuilder text, CheckOutcome outcome) {
        if (outcome instanceof NotChecked none) {
            line(text, "not checked: " + Quoted.plain(none.name()) + ": " + none.reason());
        } else if (outcome instanceof CheckFailed failed) {
            failed.message()
                    .lines()
                    .forEach(part -> line(text, "failed: " + Quoted.plain(failed.name()) + ": " + part));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(Quoted.line(line)).append(System.lineSeparator());
    }
}

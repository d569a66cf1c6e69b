package io.bellamy.report;

import io.bellamy.checking.CheckOutcome;
import io.bellamy.checking.CheckOutcome.CheckFailed;
import io.bellamy.checking.CheckOutcome.NotChecked;
import io.bellamy.checking.CheckSummary;
import io.bellamy.checking.CheckedRun;
import io.bellamy.checking.JobCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What came of a check as a page, those that have drifted first, each with a picture of its runs. */
public final class CheckPage {

    private static final List<String> HEADER = List.of(
            "job",
            "usual cluster",
            "drifted",
            "runs",
            "off by",
            "in " + Words.percent(CheckedRun.LEVEL) + " interval",
            "usual runtime [s]");

    private CheckPage() {}

    /** The file's text, to be written as UTF-8. */
    public static String html(CheckSummary summary) {
        JobsPage page = new JobsPage("Check of " + summary.target(), CheckReport.heading(summary));
        List<JobCheck> checks = summary.checks().stream()
                .sorted(Comparator.comparing(check -> !check.hasDrifted()))
                .toList();
        page.alarms(checks.stream()
                .flatMap(check -> CheckWords.findings(check).stream()
                        .map(finding -> check.job().name() + ": " + finding))
                .toList());
        if (!checks.isEmpty()) {
            page.table(HEADER, 2, checks.stream().map(CheckPage::row).toList());
        }
        for (JobCheck check : checks) {
            page.heading(check.job().name());
            page.alarms(CheckWords.findings(check));
            page.notes(CheckWords.notes(check));
            page.picture(
                    RunsPicture.svg(check),
                    "Runtimes since " + check.from()
                            + ": a dot is a run, the tick where it was expected, the bar where "
                            + Words.percent(CheckedRun.LEVEL)
                            + " of runs were; a ring lies outside. Grey are runs before. Expected by "
                            + CheckReport.expectations(check.expectations()) + ".");
        }
        List<String> others =
                summary.outcomes().stream().flatMap(CheckPage::unchecked).toList();
        if (!others.isEmpty()) {
            page.heading("Not checked");
            page.notes(others);
        }
        return page.html();
    }

    private static List<String> row(JobCheck check) {
        return List.of(
                check.job().name(),
                CheckWords.cluster(check, check.usual()),
                check.hasDrifted() ? "yes" : "no",
                Integer.toString(check.runs().size()),
                CheckReport.error(check),
                CheckWords.inside(check),
                String.format(Locale.ROOT, "%.1f", check.usual().runtime()));
    }

    private static Stream<String> unchecked(CheckOutcome outcome) {
        if (outcome instanceof NotChecked none) {
            return Stream.of(none.name() + ": " + none.reason());
        }
        return outcome instanceof CheckFailed failed
                ? failed.message().lines().map(line -> failed.name() + ": failed: " + line)
                : Stream.empty();
    }
}

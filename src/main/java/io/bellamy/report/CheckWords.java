package io.bellamy.report;

import io.bellamy.checking.CheckedRun;
import io.bellamy.checking.DeadlineCheck;
import io.bellamy.checking.Growth;
import io.bellamy.checking.JobCheck;
import io.bellamy.checking.LevelMove;
import io.bellamy.checking.ScalingLoss;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.problem.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a check found, in sentences: alike in text, pages and JSON. */
final class CheckWords {

    private CheckWords() {}

    /** What makes a job another one than it was, the gravest first. */
    static List<String> findings(JobCheck check) {
        List<String> findings = new ArrayList<>();
        check.deadline().flatMap(deadline -> missed(check, deadline)).ifPresent(findings::add);
        check.level().map(CheckWords::level).ifPresent(findings::add);
        check.scaling().map(loss -> scaling(check, loss)).ifPresent(findings::add);
        if (check.isSurprising()) {
            findings.add("only " + inside(check) + " runs lie where " + Words.percent(CheckedRun.LEVEL)
                    + " of runs were expected");
        }
        return findings;
    }

    /** What else there is to say. */
    static List<String> notes(JobCheck check) {
        List<String> notes = new ArrayList<>();
        growth(check.growth()).ifPresent(notes::add);
        check.deadline().flatMap(CheckWords::kept).ifPresent(notes::add);
        check.deadline()
                .filter(deadline -> deadline.late() > 0)
                .map(deadline -> Counted.of(deadline.late(), "run") + " of "
                        + check.runs().size() + " took longer than its deadline of " + seconds(deadline))
                .ifPresent(notes::add);
        return notes;
    }

    private static String level(LevelMove move) {
        String change = share(Math.abs(move.ratio() - 1)) + (move.ratio() > 1 ? " slower" : " faster");
        return move.gradual()
                ? change + " than on " + move.before() + ", little by little"
                : change + " since " + move.since();
    }

    private static String scaling(JobCheck check, ScalingLoss loss) {
        String from = check.level()
                .filter(move -> !move.gradual())
                .map(LevelMove::since)
                .orElse(check.from())
                .toString();
        return String.format(
                Locale.ROOT,
                "no longer scales: on %s it took %s as long as on %d, since %s %s",
                Counted.of(loss.most(), check.job().counts().one()),
                share(loss.before()),
                loss.least(),
                from,
                share(loss.since()));
    }

    private static Optional<String> missed(JobCheck check, DeadlineCheck deadline) {
        String what = "its deadline of " + seconds(deadline)
                + deadline.confidence()
                        .map(wanted -> ", which " + Words.percent(wanted) + " of runs are to meet,")
                        .orElse("");
        String where = " at "
                + Counted.of(check.usual().scaleOut(), check.job().counts().one());
        return deadline.days()
                .map(days -> days == 0
                        ? "misses " + what + where + String.format(Locale.ROOT, ": takes %.1f s", deadline.runtime())
                        : "will miss " + what + " in " + Counted.of(days, "day") + where + ", on "
                                + deadline.missed().orElseThrow() + ", at the present growth");
    }

    private static Optional<String> kept(DeadlineCheck deadline) {
        return deadline.days().isPresent()
                ? Optional.empty()
                : Optional.of("will meet its deadline of " + seconds(deadline)
                        + deadline.confidence()
                                .map(wanted -> " in " + Words.percent(wanted) + " of runs")
                                .orElse("")
                        + " for the "
                        + Counted.of(deadline.ahead(), "day") + " that were looked at");
    }

    private static String seconds(DeadlineCheck deadline) {
        return Words.number(deadline.seconds()) + " s";
    }

    private static Optional<String> growth(Growth growth) {
        List<String> parts = new ArrayList<>();
        growth.size().ifPresent(share -> parts.add("data " + grow(share)));
        growth.runtime().ifPresent(share -> parts.add("runtimes " + grow(share)));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts) + " in 30 days");
    }

    private static String grow(double share) {
        return (share > 0 ? "grow by " : "shrink by ") + share(Math.abs(share));
    }

    /** {@code 12 of 14}, or nothing where the model does not know how sure it is. */
    static String inside(JobCheck check) {
        return check.inside()
                .map(inside -> inside + " of " + check.runs().size())
                .orElse("-");
    }

    /** {@code 38 %}. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** The machine type of a run; blank where it has none. */
    static String machineType(Run run) {
        return run.properties()
                .definitions()
                .withRole(Role.MACHINE_TYPE)
                .map(run::essential)
                .orElse("");
    }

    /** {@code 8 x m5.xlarge}. */
    static String cluster(JobCheck check, Run run) {
        return Words.cluster(run.scaleOut(), check.job().counts(), machineType(run));
    }
}

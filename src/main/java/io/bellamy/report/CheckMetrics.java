package io.bellamy.report;

import io.bellamy.checking.CheckOutcome;
import io.bellamy.checking.CheckOutcome.CheckFailed;
import io.bellamy.checking.CheckOutcome.Checked;
import io.bellamy.checking.CheckSummary;
import io.bellamy.checking.CheckedRun;
import io.bellamy.checking.DeadlineCheck;
import io.bellamy.checking.Growth;
import io.bellamy.checking.JobCheck;
import io.bellamy.problem.Quoted;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The figures of a check in the text format of Prometheus (version 0.0.4), all of them gauges. */
public final class CheckMetrics {

    private static final int DAY = 86_400;

    private final CheckSummary summary;
    private final StringBuilder text = new StringBuilder();

    private CheckMetrics(CheckSummary summary) {
        this.summary = summary;
    }

    /**
     * All of them.
     *
     * @param now when the check was made
     */
    public static String text(CheckSummary summary, Instant now) {
        return new CheckMetrics(summary).all(now);
    }

    private String all(Instant now) {
        String target = target();
        head("check_timestamp_seconds", "When the check was made.");
        sample("check_timestamp_seconds", target, (double) now.getEpochSecond());
        head("check_since_timestamp_seconds", "The first day whose runs were checked.");
        sample("check_since_timestamp_seconds", target, (double) summary.since().toEpochDay() * DAY);
        head("check_drifted_jobs", "How many jobs have drifted.");
        sample("check_drifted_jobs", target, (double) summary.drifted());
        head("check_failed", "1 where a job could not be checked because something failed, else 0.");
        for (CheckOutcome outcome : summary.outcomes()) {
            sample("check_failed", labels(outcome), outcome instanceof CheckFailed ? 1 : 0);
        }
        gauge(
                "check_runs",
                "How many runs were checked.",
                check -> of(check.runs().size()));
        gauge(
                "check_drifted",
                "1 where the job has drifted or will miss its deadline, else 0.",
                check -> of(check.hasDrifted() ? 1 : 0));
        gauge("check_relative_error_ratio", "Mean of |predicted - measured| / measured.", check -> of(check.error()));
        gauge(
                "check_inside_ratio",
                "The share of runs in their " + Words.percent(CheckedRun.LEVEL) + " intervals.",
                check -> check.inside()
                        .map(inside -> (double) inside / check.runs().size()));
        gauge(
                "check_level_change_ratio",
                "The runtime now to that before a change, 1 where there is none.",
                check -> of(check.level().map(move -> move.ratio()).orElse(1.0)));
        gauge(
                "check_data_growth_ratio",
                "By which share the data grow in 30 days, 0 where they don't.",
                check -> growth(check, Growth::size));
        gauge(
                "check_runtime_growth_ratio",
                "By which share runtimes grow in 30 days, 0 where they don't.",
                check -> growth(check, Growth::runtime));
        gauge(
                "check_scaling_lost",
                "1 where a higher scale-out has ceased to help, else 0.",
                check -> of(check.scaling().isPresent() ? 1 : 0));
        gauge(
                "check_usual_runtime_seconds",
                "The median of the last ten runs.",
                check -> of(check.usual().runtime()));
        gauge(
                "check_usual_scale_out",
                "The scale-out of that run: its machines, or executors.",
                check -> of(check.usual().scaleOut()));
        gauge("check_deadline_seconds", "How long a run may take.", check -> check.deadline()
                .map(DeadlineCheck::seconds));
        gauge("check_deadline_late_runs", "How many of the runs took longer.", check -> check.deadline()
                .map(deadline -> (double) deadline.late()));
        gauge(
                "check_deadline_missed_in_days",
                "From which day after the newest run on the deadline is missed, +Inf where not in"
                        + " the days that were looked at.",
                check -> check.deadline()
                        .map(deadline ->
                                deadline.days().map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY)));
        return text.toString();
    }

    private static Optional<Double> of(double value) {
        return Optional.of(value);
    }

    private static Optional<Double> growth(JobCheck check, Function<Growth, Optional<Double>> of) {
        return Optional.of(of.apply(check.growth()).orElse(0.0));
    }

    private void gauge(String name, String help, Function<JobCheck, Optional<Double>> value) {
        head(name, help);
        for (CheckOutcome outcome : summary.outcomes()) {
            if (outcome instanceof Checked checked) {
                value.apply(checked.check()).ifPresent(number -> sample(name, labels(outcome), number));
            }
        }
    }

    private void head(String name, String help) {
        text.append("# HELP bellamy_").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE bellamy_").append(name).append(" gauge\n");
    }

    private void sample(String name, String labels, double value) {
        String number = value == Double.POSITIVE_INFINITY ? "+Inf" : Words.number(value);
        text.append("bellamy_")
                .append(name)
                .append('{')
                .append(labels)
                .append("} ")
                .append(number)
                .append('\n');
    }

    private String target() {
        return "data_set=\"" + escaped(summary.target()) + "\"";
    }

    /** Not job: that is what Prometheus calls what it asks for figures. */
    private String labels(CheckOutcome outcome) {
        return target() + ",name=\"" + escaped(outcome.name()) + "\"";
    }

    /** A line end would be another line, and two names must not become one. */
    private static String escaped(String label) {
        return Quoted.escaped(label, "").replace("\\", "\\\\").replace("\"", "\\\"");
    }
}

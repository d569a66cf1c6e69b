package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.checking.CheckOutcome;
import io.bellamy.checking.CheckOutcome.CheckFailed;
import io.bellamy.checking.CheckOutcome.Checked;
import io.bellamy.checking.CheckOutcome.NotChecked;
import io.bellamy.checking.CheckSummary;
import io.bellamy.checking.CheckedRun;
import io.bellamy.checking.DeadlineCheck;
import io.bellamy.checking.JobCheck;
import io.bellamy.checking.LevelMove;
import io.bellamy.checking.ScalingLoss;
import io.bellamy.job.Run;

/** What came of a check, as JSON; examples/check.schema.json is its contract. */
public final class CheckJson {

    private CheckJson() {}

    /** One document. */
    public static String text(CheckSummary summary) {
        ObjectNode document = ReportJson.object()
                .put("training_target", summary.target())
                .put("since", summary.since().toString())
                .put("drifted", summary.drifted() > 0);
        ArrayNode jobs = document.putArray("jobs");
        summary.outcomes().forEach(outcome -> jobs.add(job(outcome)));
        return ReportJson.text(document);
    }

    private static ObjectNode job(CheckOutcome outcome) {
        ObjectNode node = ReportJson.object().put("name", outcome.name());
        if (outcome instanceof Checked checked) {
            put(node, checked.check());
        } else if (outcome instanceof NotChecked none) {
            node.put("state", "not_checked").put("reason", none.reason());
        } else if (outcome instanceof CheckFailed failed) {
            node.put("state", "failed").put("reason", failed.message());
        }
        return node;
    }

    private static void put(ObjectNode node, JobCheck check) {
        node.put("state", check.hasDrifted() ? "drifted" : "steady");
        node.put("algorithm", check.job().algorithm());
        check.job().arguments().ifPresent(arguments -> node.put("arguments", arguments));
        node.put("scale_out_counts", check.job().counts().toString());
        ObjectNode model = node.putObject("model");
        check.expectations().version().ifPresent(version -> model.put("version", version));
        model.put("runs", check.expectations().runs());
        node.put("from", check.from().toString());
        node.put("runs", check.runs().size());
        node.put("relative_error", check.error());
        check.inside().ifPresent(inside -> node.putObject("inside")
                .put("level", CheckedRun.LEVEL)
                .put("runs", inside)
                .put("improbable", check.isSurprising()));
        putCluster(node.putObject("usual"), check.usual());
        check.level().ifPresent(move -> node.set("level_change", level(move)));
        check.growth().size().ifPresent(share -> node.put("data_growth_30_days", share));
        check.growth().runtime().ifPresent(share -> node.put("runtime_growth_30_days", share));
        check.scaling().ifPresent(loss -> node.set("scaling_loss", scaling(loss)));
        check.deadline().ifPresent(deadline -> node.set("deadline", deadline(deadline)));
        ArrayNode findings = node.putArray("findings");
        CheckWords.findings(check).forEach(findings::add);
        ArrayNode notes = node.putArray("notes");
        CheckWords.notes(check).forEach(notes::add);
        ArrayNode runs = node.putArray("checked");
        check.runs().forEach(run -> runs.add(run(run)));
    }

    static void putCluster(ObjectNode node, Run run) {
        String machineType = CheckWords.machineType(run);
        if (!machineType.isEmpty()) {
            node.put("machine_type", machineType);
        }
        node.put("scale_out", run.scaleOut()).put("runtime_seconds", run.runtime());
    }

    private static ObjectNode level(LevelMove move) {
        return ReportJson.object()
                .put("before", move.before().toString())
                .put("since", move.since().toString())
                .put("ratio", move.ratio())
                .put("gradual", move.gradual());
    }

    private static ObjectNode scaling(ScalingLoss loss) {
        return ReportJson.object()
                .put("least_scale_out", loss.least())
                .put("most_scale_out", loss.most())
                .put("ratio_before", loss.before())
                .put("ratio_since", loss.since());
    }

    private static ObjectNode deadline(DeadlineCheck deadline) {
        ObjectNode node = ReportJson.object().put("seconds", deadline.seconds());
        deadline.confidence().ifPresent(wanted -> node.put("confidence", wanted));
        node.put("late_runs", deadline.late())
                .put("runtime_seconds", deadline.runtime())
                .put("days_ahead", deadline.ahead());
        deadline.days().ifPresent(days -> node.put("missed_in_days", days));
        deadline.missed().ifPresent(day -> node.put("missed_on", day.toString()));
        return node;
    }

    private static ObjectNode run(CheckedRun run) {
        ObjectNode node = ReportJson.object().put("day", run.day().toString());
        putCluster(node, run.run());
        node.put("predicted_seconds", run.predicted());
        run.interval().ifPresent(interval -> node.put("lower_seconds", interval.lower())
                .put("upper_seconds", interval.upper()));
        return node;
    }
}

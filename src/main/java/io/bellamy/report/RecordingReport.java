package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.data.RunStatus;
import io.bellamy.problem.Counted;
import io.bellamy.problem.Quoted;
import io.bellamy.recording.RecordedRun;
import io.bellamy.recording.RecordingSummary;
import io.bellamy.recording.RecordingSummary.RecordingOutcome;
import io.bellamy.recording.RecordingSummary.ToldEntry;
import java.util.Locale;

/**
 * What came of runs that were told of.
 *
 * @param summary of it
 */
public record RecordingReport(RecordingSummary summary) {

    /** One document, whose contract is examples/record.schema.json. */
    public String json() {
        ObjectNode root = ReportJson.object();
        root.put("file", summary.file().toAbsolutePath().toString());
        for (RecordingOutcome outcome : RecordingOutcome.values()) {
            root.put(word(outcome), summary.count(outcome));
        }
        ArrayNode runs = root.putArray("runs");
        for (ToldEntry entry : summary.runs()) {
            ObjectNode run = runs.addObject();
            run.put("id", entry.run().id());
            run.put("algorithm", entry.run().algorithm());
            run.put("status", entry.run().status().word());
            run.put("outcome", word(entry.outcome()));
        }
        summary.refused().forEach(root.putArray("refused")::add);
        return ReportJson.text(root);
    }

    /** A line for each run, and where they are. */
    public String text() {
        StringBuilder text = new StringBuilder();
        summary.runs().forEach(entry -> text.append(line(entry)).append('\n'));
        if (!summary.runs().isEmpty()) {
            text.append("in ")
                    .append(Quoted.line(summary.file().toAbsolutePath().toString()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String line(ToldEntry entry) {
        RecordedRun run = entry.run();
        return word(entry.outcome()) + ": " + run.algorithm() + " " + Quoted.line(run.id()) + ", "
                + Counted.of(run.scaleOut(), run.counts().one())
                + run.seconds()
                        .map(time -> ", " + time.stripTrailingZeros().toPlainString() + " s")
                        .orElse("")
                + (run.status() == RunStatus.FINISHED ? "" : ", " + run.status().word());
    }

    private static String word(RecordingOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}

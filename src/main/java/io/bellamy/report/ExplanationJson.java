package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.imports.TimeShares;
import io.bellamy.memory.MemoryScores;
import io.bellamy.model.AlikeRun;
import io.bellamy.prediction.Explanation;
import java.util.Optional;

/** How the model sees a cluster, which runs that rests on, and where their time goes. */
final class ExplanationJson {

    private ExplanationJson() {}

    static ObjectNode of(Explanation explanation, Optional<MemoryScores> memory, Optional<TimeShares> time) {
        ObjectNode node = ReportJson.object()
                .put("machine_type", explanation.machineType())
                .put("scale_out", explanation.scaleOut());
        ArrayNode properties = node.putArray("properties");
        for (Explanation.ExplainedProperty property : explanation.properties()) {
            ObjectNode own = properties
                    .addObject()
                    .put("name", property.name())
                    .put("value", property.value())
                    .put("seen", property.seen());
            ArrayNode nearest = own.putArray("nearest");
            property.nearest().forEach(nearest::add);
            ArrayNode views = own.putArray("model_sees");
            property.views().forEach(views::add);
        }
        ArrayNode runs = node.putArray("runs");
        explanation.runs().forEach(alike -> runs.add(run(alike)));
        memory.map(MemoryJson::of)
                .filter(scores -> !scores.isEmpty())
                .ifPresent(scores -> node.set("memory_scores", scores));
        time.ifPresent(shares -> node.set("time", time(shares)));
        return node;
    }

    private static ObjectNode run(AlikeRun alike) {
        ObjectNode node = ReportJson.object()
                .put("likeness", alike.likeness())
                .put("scale_out", alike.run().scaleOut())
                .put("runtime_seconds", alike.run().runtime())
                .put("finished", alike.run().finished());
        alike.run().measured().ifPresent(day -> node.put("day", day.toString()));
        ObjectNode properties = node.putObject("properties");
        alike.run().properties().texts().forEach(properties::put);
        return node;
    }

    private static ObjectNode time(TimeShares time) {
        ObjectNode node = ReportJson.object()
                .put("runs", time.runs())
                .put("mean_scale_out", time.scaleOut())
                .put("does_not_shrink", time.fixed())
                .put("waiting_for_executors", time.waiting())
                .put("without_tasks", time.driver())
                .put("median_tasks", time.tasks())
                .put("skew", time.skew());
        time.longest().ifPresent(stage -> node.putObject("longest_task")
                .put("stage", stage.name())
                .put("share", stage.share()));
        return node;
    }
}

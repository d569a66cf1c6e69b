package io.bellamy.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.memory.ForecastScore;
import io.bellamy.memory.MemoryScores;

/** How good probabilities of being short of memory are, as JSON. */
final class MemoryJson {

    private MemoryJson() {}

    static ObjectNode of(MemoryScores scores) {
        ObjectNode node = ReportJson.object();
        scores.spilling().ifPresent(score -> node.set("spilling", score(score)));
        scores.dying().ifPresent(score -> node.set("dying", score(score)));
        return node;
    }

    private static ObjectNode score(ForecastScore score) {
        ObjectNode node = ReportJson.object()
                .put("runs", score.runs())
                .put("brier_score", score.brier())
                .put("base_brier_score", score.baseBrier())
                .put("log_loss", score.logLoss())
                .put("base_log_loss", score.baseLogLoss());
        ArrayNode bins = node.putArray("bins");
        score.bins().forEach(bin -> bins.addObject()
                .put("runs", bin.runs())
                .put("told", bin.told())
                .put("happened", bin.happened()));
        return node;
    }
}

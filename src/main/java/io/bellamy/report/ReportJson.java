package io.bellamy.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.problem.Quoted;
import io.bellamy.store.Comparison;
import io.bellamy.store.Manifest;

/** What several reports tell of a model in JSON, spelled alike. */
final class ReportJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** On several lines, for people too. */
    static String text(JsonNode document) {
        try {
            return safe(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }

    /** On one line. */
    static String line(JsonNode document) {
        try {
            return safe(JSON.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }

    private static String safe(String document) {
        return Quoted.escaped(document, "\r\n");
    }

    /** Rows and validation figures, and the comparison where there was one. */
    static void putFigures(ObjectNode node, Manifest manifest) {
        node.put("training_rows", manifest.trainingRows()).put("validation_rows", manifest.validationRows());
        node.putObject("validation")
                .put("loss", manifest.validation().loss())
                .put("mae", manifest.validation().mae())
                .put("mse", manifest.validation().mse());
        manifest.comparison().ifPresent(comparison -> node.set("comparison", comparison(comparison)));
    }

    private static ObjectNode comparison(Comparison comparison) {
        return object().put("current", comparison.current())
                .put("runs", comparison.runs())
                .put("error", comparison.error())
                .put("current_error", comparison.currentError())
                .put("margin", comparison.margin())
                .put("forced", comparison.forced());
    }
}

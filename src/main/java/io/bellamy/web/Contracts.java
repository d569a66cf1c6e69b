package io.bellamy.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The contracts of what is sent and answered, from the files that users have too, put together into one document. */
final class Contracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "#/$defs/";
    private static final String TOGETHER = "#/components/schemas/";
    private static final String DEFINITIONS = "$defs";

    private static final String PREDICTION = "Prediction";

    /** What is answered to one request, in the contract of predictions. */
    static final String ONE_ANSWER = OWN + "document";

    /** The same among all contracts. */
    static final String ANSWER = PREDICTION + ".document";

    private static final Map<String, String> FILES = new TreeMap<>(Map.ofEntries(
            Map.entry("Request", "request"),
            Map.entry(PREDICTION, "prediction"),
            Map.entry("Suggestion", "suggestion"),
            Map.entry("CheckRequest", "check-request"),
            Map.entry("Check", "check"),
            Map.entry("ReportRequest", "report-request"),
            Map.entry("Report", "report"),
            Map.entry("Run", "run"),
            Map.entry("Runs", "runs"),
            Map.entry("Recording", "record"),
            Map.entry("Models", "models"),
            Map.entry("Jobs", "jobs"),
            Map.entry("Problem", "problem")));

    /** All, by their names; what one defines for itself has a name that begins with its own. */
    ObjectNode all() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        FILES.forEach((name, file) -> add(all, name, file));
        // one answer or an array of them: generators of clients make what does not compile of such a choice
        all.remove(PREDICTION);
        add(all, "Readiness", "readiness");
        all.putObject("Anything").put("type", "object");
        all.putObject("Alive")
                .put("type", "object")
                .putObject("properties")
                .putObject("status")
                .put("const", "alive");
        return all;
    }

    private static void add(ObjectNode all, String name, String file) {
        ObjectNode schema = read(file);
        schema.remove("$schema");
        JsonNode definitions = schema.path(DEFINITIONS);
        schema.remove(DEFINITIONS);
        all.set(name, moved(schema, name));
        definitions.properties().forEach(entry -> all.set(name + "." + entry.getKey(), moved(entry.getValue(), name)));
    }

    /** With references to where the definitions are now. */
    private static JsonNode moved(JsonNode node, String name) {
        if (node.isArray()) {
            return JSON.createArrayNode()
                    .addAll(node.valueStream().map(item -> moved(item, name)).toList());
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode moved = JSON.createObjectNode();
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            boolean refers = entry.getKey().equals("$ref")
                    && value.isTextual()
                    && value.asText().startsWith(OWN);
            moved.set(
                    entry.getKey(),
                    refers
                            ? JSON.getNodeFactory()
                                    .textNode(TOGETHER + name + "."
                                            + value.asText().substring(OWN.length()))
                            : moved(value, name));
        });
        return moved;
    }

    /** That of one file, as it is. */
    static ObjectNode read(String name) {
        try (InputStream file = Contracts.class.getResourceAsStream("/contracts/" + name + ".schema.json")) {
            if (file == null) {
                throw new IllegalStateException("the contract " + name + " is missing on the class path");
            }
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.bellamy.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.data.RecordedForm;
import io.bellamy.numerics.DecimalText;
import io.bellamy.problem.Quoted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run as a line of JSON, which is what is kept and what can be told. */
final class RecordLine {

    /** The keys of what is told beside properties, in their order. */
    static final List<String> FACTS = List.of(
            RecordedForm.ID,
            RecordedForm.ALGORITHM,
            RecordedForm.SCALE_OUT,
            RecordedForm.RUNTIME,
            RecordedForm.START,
            RecordedForm.STATUS,
            RecordedForm.EXIT_CODE,
            RecordedForm.SPILLED,
            RecordedForm.PEAK_MEMORY);

    private static final Set<String> NUMBERS = Set.of(
            RecordedForm.SCALE_OUT,
            RecordedForm.RUNTIME,
            RecordedForm.EXIT_CODE,
            RecordedForm.SPILLED,
            RecordedForm.PEAK_MEMORY);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private RecordLine() {}

    /** Without its end. */
    static String of(ToldRun run) {
        ObjectNode line = JSON.createObjectNode();
        FACTS.forEach(key -> run.fact(key).ifPresent(text -> put(line, key, text)));
        put(line, RecordedForm.PROPERTIES, run.properties());
        if (!run.perNode().isEmpty()) {
            put(line, ToldRun.PER_NODE, run.perNode());
        }
        return Quoted.escaped(line.toString(), "");
    }

    private static void put(ObjectNode line, String section, Map<String, String> values) {
        values.forEach(line.putObject(section)::put);
    }

    private static void put(ObjectNode line, String key, String text) {
        Optional<BigDecimal> number = NUMBERS.contains(key) ? DecimalText.parse(text) : Optional.empty();
        number.ifPresentOrElse(value -> line.put(key, value), () -> line.put(key, text));
    }

    /** What a line that is kept says; empty where it is no object of JSON. */
    static Optional<JsonNode> read(String line) {
        try {
            return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    /** Do two lines say the same, in whatever order and however numbers are written? */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(RecordLine::compare, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isValueNode() && other.isValueNode()) {
            String text = one.asText();
            Optional<BigDecimal> number = DecimalText.parse(text);
            Optional<BigDecimal> otherNumber = DecimalText.parse(other.asText());
            boolean numbers = number.isPresent() && otherNumber.isPresent();
            return numbers ? number.get().compareTo(otherNumber.get()) : text.compareTo(other.asText());
        }
        return one.equals(other) ? 0 : 1;
    }
}

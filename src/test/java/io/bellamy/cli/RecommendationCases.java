package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of recommendations share: a small model, and requests to it. */
abstract class RecommendationCases extends OwnModelCases {

    static final ObjectMapper JSON = new ObjectMapper();

    static final String SMALL = """
            min_scale_out: 2
            max_scale_out: 10
            essential_properties: {machine_type: small, data_size_MB: 4000}
            """;

    static final String BOTH = """
            min_scale_out: 2
            max_scale_out: 10
            essential_properties: {data_size_MB: 4000}
            machine_types:
              small: {}
              large: {min_scale_out: 4, max_scale_out: 6}
            """;

    static final String PRICES = "currency: EUR\nminimum_seconds: 90\nper_hour: {small: 0.36, large: 0.72}\n";

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("prices.yml"), PRICES);
    }

    JsonNode priced(String request, String... more) throws IOException {
        return json(predict(request, OwnFolder.with(more, "--prices", prices(), "-o", "json")));
    }

    String prices() {
        return folder.resolve("prices.yml").toString();
    }

    static JsonNode json(Bellamy outcome) throws IOException {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        return answer;
    }

    Bellamy predict(String request, String... more) {
        return Bellamy.runWithInput(
                request, OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", "-"), more));
    }

    static int scaleOut(JsonNode answer) {
        return answer.get("recommendation").get("scale_out").asInt();
    }

    static double runtime(JsonNode point) {
        return point.get("runtime_seconds").asDouble();
    }

    static double cost(JsonNode point) {
        return point.get("cost").asDouble();
    }

    static int least(List<JsonNode> points, ToDoubleFunction<JsonNode> value) {
        return points.stream()
                .min(Comparator.comparingDouble(value))
                .orElseThrow()
                .get("scale_out")
                .asInt();
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }
}

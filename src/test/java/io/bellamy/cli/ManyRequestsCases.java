package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the tests of many requests share. */
abstract class ManyRequestsCases extends OwnModelCases {

    static final ObjectMapper JSON = new ObjectMapper();

    Bellamy predict(String input, String request, String... more) {
        return Bellamy.runWithInput(
                input, OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", request), more));
    }

    /** Of one document, or of lines. */
    static List<JsonNode> answers(Bellamy outcome) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        if (outcome.out().startsWith("[")) {
            JsonNode document = JSON.readTree(outcome.out());
            assertThat(Schemas.prediction().validate(document)).isEmpty();
            document.forEach(answers::add);
            return answers;
        }
        for (String line : outcome.out().lines().toList()) {
            JsonNode answer = JSON.readTree(line);
            assertThat(Schemas.prediction().validate(answer)).isEmpty();
            answers.add(answer);
        }
        return answers;
    }

    static String yaml(String size) {
        return "min_scale_out: 2\nmax_scale_out: 4\nessential_properties: {machine_type: small, data_size_MB: " + size
                + "}\n";
    }

    static String line(String size) {
        return "{\"min_scale_out\": 2, \"max_scale_out\": 4,"
                + " \"essential_properties\": {\"machine_type\": \"small\", \"data_size_MB\": \"" + size + "\"}}";
    }
}

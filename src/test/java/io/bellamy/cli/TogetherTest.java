package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All algorithms of a data set together, which answer about one without a model. */
class TogetherTest extends OwnFolderCases {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST = """
            min_scale_out: 2
            max_scale_out: 8
            essential_properties: {machine_type: small, data_size_MB: 4000}
            """;

    private JsonNode predict(String algorithm) throws IOException {
        Bellamy outcome = Bellamy.runWithInput(
                REQUEST, OwnFolder.with(own.arguments("predict", "-a", algorithm, "-r", "-"), "-o", "json"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        return answer;
    }

    private static double width(JsonNode answer) {
        JsonNode interval = answer.at("/predictions/0/interval");
        return interval.get("upper_seconds").asDouble()
                / interval.get("lower_seconds").asDouble();
    }

    @Test
    void theyAnswerAboutAnAlgorithmWithoutAModel() throws IOException {
        assertThat(own.pretrain("-a", "all", "--quiet").exitCode()).isZero();
        JsonNode known = predict("sort");
        JsonNode never = predict("novel");
        assertThat(never.at("/request/algorithm").asText()).isEqualTo("novel");
        assertThat(never.at("/context/algorithm").asText()).isEqualTo("novel");
        assertThat(never.get("warnings").toString())
                .contains("'novel' is no algorithm that own has runs of, so what 2 algorithms of own have in common")
                .contains("it has wordcount, sort");
        assertThat(width(never)).isGreaterThan(1.5 * width(known));
        // half and twice of what the only two algorithms take are no surprise
        double usual = known.at("/predictions/0/runtime_seconds").asDouble();
        assertThat(never.at("/predictions/0/interval/lower_seconds").asDouble()).isLessThan(0.8 * usual);
        assertThat(never.at("/predictions/0/interval/upper_seconds").asDouble()).isGreaterThan(1.25 * usual);

        // its own runs count though it has no model yet
        remove(own.models().resolve("own/sort"));
        JsonNode unpretrained = predict("sort");
        assertThat(unpretrained.get("warnings").toString()).contains("sort has no model of its own yet");
        assertThat(unpretrained.at("/predictions/0/runtime_seconds").asDouble()).isBetween(0.9 * usual, 1.1 * usual);
        assertThat(width(unpretrained)).isLessThan(width(never));
    }

    /** By their own rows: what all have in common is learned anew only where it may have become something else. */
    @Test
    void newRunsOfOneMakeThemNoOlder() throws IOException {
        assertThat(outcomes(own.pretrain("-a", "all", "-o", "json")))
                .containsExactly("published", "published", "published");
        own.addRun("4,70,small,4000");
        assertThat(outcomes(own.pretrain("-a", "all", "--if-stale", "-o", "json")))
                .containsExactly("published", "published", "unchanged");
        Path runs = folder.resolve("data/own/runs.csv");
        List<String> rows = Files.readAllLines(runs);
        for (String row : rows.subList(1, rows.size())) {
            own.addRun(row);
        }
        assertThat(outcomes(own.pretrain("-a", "all", "--if-stale", "-o", "json")))
                .containsExactly("published", "published", "published");
    }

    @Test
    void anAlgorithmOfTheirNameIsItself() throws IOException {
        Replaced.inFile(folder.resolve("data/own/dataset.yml"), "  sort: {}", "  all: {}");
        assertThat(outcomes(own.pretrain("-a", "all", "-o", "json"))).containsExactly("published", "published");
        assertThat(predict("all").get("context").has("algorithm")).isFalse();
        Bellamy refused = own.predictFor("novel");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("has no algorithm 'novel'");
    }

    private static List<String> outcomes(Bellamy outcome) throws IOException {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return JSON.readTree(outcome.out()).findValuesAsText("outcome");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory and slots that a request leaves out or gives, as the original's network sees them. */
class OptionalPropertiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a size that was never run, so that the network answers as it was pretrained. */
    private static final String REQUEST = """
            min_scale_out: 2
            max_scale_out: 10
            essential_properties: {machine_type: small, data_size_MB: 2000}
            """;

    @TempDir
    private static Path folder;

    private static OwnFolder own;

    /** Machines of 4000 MB and two slots; runs at scale-outs 2, 4 and 8. */
    @BeforeAll
    static void pretrain() throws IOException {
        own = OwnFolder.in(folder);
        Path runs = folder.resolve("data/own/runs.csv");
        Files.writeString(
                runs,
                Files.readAllLines(runs).stream()
                        .map(row -> row + (row.startsWith("nodes") ? ",mb,cores" : ",4000,2"))
                        .collect(Collectors.joining("\n", "", "\n")));
        Replaced.inFile(
                folder.resolve("data/own/dataset.yml"),
                "  properties:\n",
                "  properties:\n    memory: {column: mb, per: node}\n    slots: {column: cores, per: node}\n");
        Replaced.inFile(folder.resolve("config.yml"), "model: ensemble", "model: autoencoder");
        Bellamy trained = own.pretrain("-a", "wordcount");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
    }

    /** By the distance on the logarithmic scale: at 5, the amounts of 8 machines count ln(5/4) / ln(8/4) = 0.32. */
    @Test
    void betweenScaleOutsThatWereRunTheAmountsOfBothNeighboursStandIn() throws IOException {
        List<Double> blank = runtimes(predict(REQUEST));
        List<List<Double>> asAt = new ArrayList<>();
        for (int machines : List.of(2, 4, 8)) {
            asAt.add(runtimes(predict(REQUEST + "optional_properties: {memory: " + 4000 * machines + ", slots: "
                    + 2 * machines + "}\n")));
        }
        List<Double> expected = new ArrayList<>();
        for (int scaleOut = 2; scaleOut <= 10; scaleOut++) {
            double steps = Math.min(2, Math.log(scaleOut / 2.0) / Math.log(2));
            int below = (int) steps;
            double share = steps - below;
            double low = asAt.get(below).get(scaleOut - 2);
            double high = asAt.get(Math.min(2, below + 1)).get(scaleOut - 2);
            expected.add((1 - share) * low + share * high);
            if (scaleOut == 3 || scaleOut == 5) {
                assertThat(Math.abs(high / low - 1)).as("it matters which").isGreaterThan(1e-3);
            }
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat(blank.get(i)).isCloseTo(expected.get(i), within(1e-6 * Math.abs(expected.get(i))));
        }
    }

    @Test
    void whatIsFilledInIsToldAndGivenPerMachineItIsTheSame() throws IOException {
        JsonNode blank = predict(REQUEST);
        assertThat(blank.get("filled_in").toString()).contains("4000 per machine x scale-out", "18 runs on small");
        JsonNode given = predict(REQUEST + "optional_properties_per_node: {memory: 4e3, slots: 2.0}\n");
        assertThat(given.get("predictions")).isEqualTo(blank.get("predictions"));
        assertThat(given.get("filled_in").toString()).doesNotContain("memory", "slots");
    }

    @Test
    void whatAMachineTypeHasOfItsOwnWinsOverWhatIsSaidForAll() throws IOException {
        String common = "optional_properties_per_node: {memory: 4000, slots: 2}\n";
        String own = common.replace("4000", "9000");
        String types = REQUEST.replace("machine_type: small, ", "") + "machine_types: {small: {}}\n";
        List<Double> asCommon = runtimes(predict(types + common));
        List<Double> asOwn = runtimes(predict(types + own));
        assertThat(asOwn).isNotEqualTo(asCommon);
        assertThat(runtimes(predict(types.replace("{}", "{" + own.strip() + "}") + common)))
                .isEqualTo(asOwn);
    }

    private static List<Double> runtimes(JsonNode answer) {
        List<Double> runtimes = new ArrayList<>();
        answer.get("predictions")
                .forEach(point -> runtimes.add(point.get("runtime_seconds").asDouble()));
        return runtimes;
    }

    private static JsonNode predict(String request) throws IOException {
        Bellamy outcome =
                Bellamy.runWithInput(request, own.arguments("predict", "-a", "wordcount", "-r", "-", "-o", "json"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return JSON.readTree(outcome.out());
    }
}

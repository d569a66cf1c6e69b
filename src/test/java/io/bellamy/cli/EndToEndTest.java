package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the measurements to an answer, through the real command line. */
class EndToEndTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path models;

    private static Bellamy pretraining;

    @BeforeAll
    static void pretrain() {
        pretraining = Bellamy.run(
                "pretrain",
                "-tt",
                "c3o",
                "-a",
                "grep",
                "--trials",
                "3",
                "--epochs",
                "40",
                "--models-dir",
                models.toString());
    }

    @Test
    void pretrainingSavesAModelAndSaysWhere() throws IOException {
        assertThat(pretraining.exitCode()).as(pretraining.err()).isZero();
        Path saved = Path.of(pretraining.out().strip());
        assertThat(saved.getParent()).isEqualTo(models.resolve("c3o").resolve("grep"));
        assertThat(pretraining.err())
                .contains("c3o grep: 810 runs, at most 3 trials of at most 40 epochs")
                .containsPattern("trial +lr +weight_decay +validation_loss +mae +mse")
                .contains(", best");
        JsonNode manifest = JSON.readTree(saved.resolve("manifest.json").toFile());
        // every run is learned from by most networks and judged by those that did not see its context
        assertThat(manifest.get("training_rows").asInt()).isEqualTo(810);
        assertThat(manifest.get("validation_rows").asInt()).isEqualTo(810);
        assertThat(manifest.get("data").get(0).get("name").asText()).isEqualTo("c3o/grep.csv");
        JsonNode configuration = manifest.get("configuration");
        assertThat(configuration.get("text").asText()).isEqualTo(Files.readString(Path.of("config.yml")));
        assertThat(configuration.get("sha256").asText())
                .isEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(Path.of("config.yml"))));
        assertThat(configuration.get("overrides").toString()).isEqualTo("{\"--trials\":3,\"--epochs\":40}");
        assertThat(manifest.get("trials")).hasSize(3).allSatisfy(trial -> assertThat(trial.get("validation"))
                .hasSize(3));
        assertThat(manifest.get("best").get("validation")).isEqualTo(manifest.get("validation"));
        try (Stream<Path> entries = Files.list(saved.getParent())) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .as("nothing else is left beside the version")
                    .containsExactlyInAnyOrder(saved.getFileName().toString(), "latest", ".lock");
        }
    }

    @Test
    void theSameSeedGivesTheSameModel(@TempDir Path other) throws IOException {
        Bellamy again = Bellamy.run(
                "pretrain",
                "-tt",
                "c3o",
                "-a",
                "grep",
                "--trials",
                "3",
                "--epochs",
                "40",
                "--models-dir",
                other.toString());
        assertThat(Path.of(again.out().strip()).resolve("ensemble.json"))
                .hasSameBinaryContentAs(Path.of(pretraining.out().strip()).resolve("ensemble.json"));
    }

    @Test
    void predictsCloseToWhatWasMeasured() throws IOException {
        Bellamy answer = predict("-r", "examples/request.yml", "-o", "json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode json = JSON.readTree(answer.out());
        assertThat(Schemas.prediction().validate(json)).isEmpty();
        assertThat(json.get("fine_tuning").get("runs").asInt()).isEqualTo(30);
        assertThat(json.get("fine_tuning").get("scale_outs").asInt()).isEqualTo(6);
        assertThat(json.get("predictions")).hasSize(11).allSatisfy(point -> {
            JsonNode interval = point.get("interval");
            assertThat(interval.get("level").asDouble()).isEqualTo(0.9);
            assertThat(point.get("runtime_seconds").asDouble())
                    .isBetween(
                            interval.get("lower_seconds").asDouble(),
                            interval.get("upper_seconds").asDouble());
        });
        Map<Integer, Double> measured = Map.of(2, 154.0, 4, 106.0, 6, 102.0, 8, 100.0, 10, 96.0, 12, 94.0);
        Map<Integer, Double> predicted = new HashMap<>();
        json.get("predictions")
                .forEach(point -> predicted.put(
                        point.get("scale_out").asInt(),
                        point.get("runtime_seconds").asDouble()));
        double error = measured.entrySet().stream()
                .mapToDouble(run -> Math.abs(predicted.get(run.getKey()) / run.getValue() - 1))
                .average()
                .orElseThrow();
        assertThat(error).isCloseTo(0, within(0.10));
        double fastest = predicted.values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
        assertThat(json.get("fastest").get("runtime_seconds").asDouble()).isEqualTo(fastest);
    }

    @Test
    void saysInTextWhatTheAnswerRestsOn() {
        Bellamy answer = predict("-r", "examples/request.yml");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("grep on c3o, model "
                        + Path.of(pretraining.out().strip()).getFileName())
                .contains("filled in: data_characteristics = 100.0 150000000.0 0.5, from 30 matching runs")
                .contains("filled in: memory = 15000 per machine x scale-out, from 30 runs on c4.2xlarge")
                .contains("rests most on ", "in 90 % of runs")
                .doesNotContain("warning")
                .containsPattern(" 2 +\\d+\\.\\d")
                .contains("fastest");
    }

    @Test
    void givingWhatWouldBeFilledInChangesNothing() throws IOException {
        String request = Files.readString(Path.of("examples/request.yml"));
        String given = request + "\noptional_properties_per_node: {memory: 15000, slots: 8.0}\n";
        List<String> asked = List.of("predict", "-r", "-", "-o", "json", "--models-dir", models.toString());
        Bellamy filledIn = Bellamy.runWithInput(request, asked.toArray(String[]::new));
        Bellamy told = Bellamy.runWithInput(given, asked.toArray(String[]::new));
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(JSON.readTree(told.out()).get("predictions"))
                .isEqualTo(JSON.readTree(filledIn.out()).get("predictions"));
    }

    @Test
    void anAnswerThatDoesNotReachStandardOutputIsAFailure() {
        List<List<String>> all = List.of(
                List.of("--help"),
                List.of("predict", "--version"),
                List.of("generate-completion"),
                List.of("predict", "-r", "examples/request.yml", "--models-dir", models.toString()));
        PrintStream out = System.out;
        try {
            for (List<String> arguments : all) {
                System.setOut(new PrintStream(new FullDisk(), false, StandardCharsets.UTF_8));
                StringWriter err = new StringWriter();
                int exitCode = BellamyCommand.commandLine()
                        .setErr(new PrintWriter(err))
                        .execute(arguments.toArray(String[]::new));
                assertThat(exitCode).as("%s: %s", arguments, err).isEqualTo(1);
                assertThat(err)
                        .hasToString("bellamy: can't write to standard output: the answer is lost or incomplete"
                                + System.lineSeparator());
            }
        } finally {
            System.setOut(out);
        }
    }

    /** Takes nothing, as /dev/full. */
    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private static Bellamy predict(String... arguments) {
        return Bellamy.runIn(
                List.of("--models-dir", models.toString()),
                Stream.concat(Stream.of("predict"), Stream.of(arguments)).toArray(String[]::new));
    }
}

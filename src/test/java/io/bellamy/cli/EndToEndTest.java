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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .contains("c3o grep: 810 runs, 3 trials of up to 40 epochs")
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
                .contains("adapted to 30 runs at 6 scale-outs", "in 90 % of runs")
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

    @Test
    void readsTheRequestFromStandardInputAndComparesByValue() throws IOException {
        String request = """
                min_scale_out: 4
                max_scale_out: 4
                essential_properties: {machine_type: c4.2xlarge, data_size_MB: 15150.0, job_args: computer,
                  data_characteristics: 100 1.5e8 .5}
                """;
        Bellamy answer = Bellamy.runWithInput(
                request,
                "predict",
                "-tt",
                "c3o",
                "-a",
                "grep",
                "-r",
                "-",
                "-o",
                "json",
                "--models-dir",
                models.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode json = JSON.readTree(answer.out());
        assertThat(json.get("fine_tuning").get("runs").asInt()).isEqualTo(30);
        assertThat(json.get("context").get("data_characteristics").asText()).isEqualTo("100.0 150000000.0 0.5");
        assertThat(json.get("context").get("environment").asText()).isEqualTo("public cloud aws emr");
    }

    @Test
    void warnsWhereTheRequestLeavesWhatTheModelHasSeen() throws IOException {
        String request = """
                min_scale_out: 2
                max_scale_out: 40
                essential_properties: {machine_type: x9.huge, data_size_MB: 15150, job_args: computer,
                  data_characteristics: 100.0 150000000.0 0.5, environment: public cloud aws emr}
                """;
        Bellamy answer = Bellamy.runWithInput(
                request,
                "predict",
                "-tt",
                "c3o",
                "-a",
                "grep",
                "-r",
                "-",
                "-o",
                "json",
                "--models-dir",
                models.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode json = JSON.readTree(answer.out());
        assertThat(Schemas.prediction().validate(json)).isEmpty();
        assertThat(json.get("fine_tuning").get("runs").asInt()).isZero();
        assertThat(json.get("fine_tuning").get("excluded_by").toString()).isEqualTo("[\"machine_type\"]");
        // one of the range, one of the machine type, one each of memory and slots, and that nothing matches
        assertThat(json.get("warnings")).hasSize(5);
        assertThat(json.get("warnings").toString())
                .contains("scale-outs 2 to 40 go beyond those seen in pretraining, 2 to 12")
                .contains("machine_type 'x9.huge' was never seen in pretraining")
                .contains("memory is unknown for this machine type and left out")
                .contains("no run matches the context", "excluded by machine_type");
    }

    @Test
    void listsTheCandidatesOfABlankPropertyOrPredictsEach() throws IOException {
        String request = """
                min_scale_out: 2
                max_scale_out: 3
                essential_properties: {machine_type: m4.2xlarge, job_args: computer}
                """;
        String[] arguments = {
            "predict", "-tt", "c3o", "-a", "grep", "-r", "-", "-o", "json", "--models-dir", models.toString()
        };
        Bellamy refused = Bellamy.runWithInput(request, arguments);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("data_size_MB, data_characteristics must be given", "--each-candidate")
                .contains("data_size_MB: '");

        String[] each = Stream.concat(Stream.of(arguments), Stream.of("--each-candidate"))
                .toArray(String[]::new);
        Bellamy answered = Bellamy.runWithInput(request, each);
        assertThat(answered.exitCode()).as(answered.err()).isZero();
        JsonNode json = JSON.readTree(answered.out());
        assertThat(Schemas.prediction().validate(json)).isEmpty();
        assertThat(json.get("answers").size()).isGreaterThan(1);
    }

    /** The original's own files: its configuration, its request, and its data folder without a description. */
    @ParameterizedTest
    @CsvSource({"c3o,grep", "bell,grep", "all,grep"})
    void runsWithTheFilesOfTheOriginal(String target, String algorithm, @TempDir Path folder) throws IOException {
        originalData(folder.resolve("data"));
        Files.createDirectory(folder.resolve("models"));
        List<String> places = List.of(
                "-tt",
                target,
                "-a",
                algorithm,
                "--config",
                "src/test/resources/original/config.yml",
                "--data-dir",
                folder.resolve("data").toString(),
                "--models-dir",
                folder.resolve("models").toString());
        Bellamy trained = run(places, "pretrain", "--epochs", "3", "--trials", "1");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.err()).contains("without meaning here: ", "tune_run.local_dir");
        String request = target.equals("bell") ? "bell-request.yml" : "request.yml";
        Bellamy answer = run(places, "predict", "-r", "src/test/resources/original/" + request);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("fine-tuned on").contains("fastest");
    }

    private static Bellamy run(List<String> places, String... arguments) {
        return Bellamy.run(Stream.concat(Stream.of(arguments), places.stream()).toArray(String[]::new));
    }

    /** Our measurements in the original's layout. */
    private static void originalData(Path data) throws IOException {
        Files.createDirectories(data.resolve("c3o"));
        Files.createDirectories(data.resolve("bell"));
        Files.writeString(
                data.resolve("c3o/grep.tsv"),
                Files.readString(Path.of("data/c3o/grep.csv")).replace(',', '\t'));
        StringBuilder bell = new StringBuilder("Nodes,Runtime\n");
        Files.readAllLines(Path.of("data/bell/grep.csv")).stream().skip(1).forEach(line -> {
            int comma = line.indexOf(',');
            double seconds = Double.parseDouble(line.substring(comma + 1));
            bell.append(line, 0, comma + 1).append(Math.round(seconds * 1000)).append('\n');
        });
        Files.writeString(data.resolve("bell/grep.csv"), bell);
    }

    private static Bellamy predict(String... arguments) {
        return run(
                List.of("--models-dir", models.toString()),
                Stream.concat(Stream.of("predict"), Stream.of(arguments)).toArray(String[]::new));
    }
}

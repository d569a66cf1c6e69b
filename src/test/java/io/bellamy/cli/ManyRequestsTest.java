package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several requests in one go, and the forms in which they are answered. */
class ManyRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 1000;

    @TempDir
    private Path folder;

    private OwnFolder own;

    @BeforeEach
    void copy() {
        own = OwnFolder.in(folder).withModels();
    }

    @Test
    void aThousandLinesOfJsonAreAnsweredInTheirOrderABadOneInItsPlace() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            lines.append(line(i == 7 ? "x" : Integer.toString(1000 + i))).append('\n');
        }
        Path file = Files.writeString(folder.resolve("requests.jsonl"), lines);
        Bellamy outcome = predict("", file.toString(), "-o", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
        List<JsonNode> answers = answers(outcome);
        assertThat(answers).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(answers.get(i).get("source").asText()).isEqualTo(file + ":" + (i + 1));
            if (i != 7) {
                JsonNode answer = answers.get(i).get("answer");
                assertThat(answer.get("context").get("data_size_MB").asInt()).isEqualTo(1000 + i);
            }
        }
        JsonNode bad = answers.get(7).get("error");
        assertThat(bad.get("exit_code").asInt()).isEqualTo(2);
        assertThat(bad.get("messages").get(0).asText())
                .isEqualTo(file + ":8: essential_properties.data_size_MB: 'x' must be a number");
        assertThat(outcome.err())
                .contains("bellamy: " + bad.get("messages").get(0).asText());
    }

    @Test
    void documentsOfYamlFoldersAndStandardInputAreAnsweredAlike() throws IOException {
        String one = yaml("1000");
        String three = "# first\n" + one + "---\nmin_scale_out: [\n--- # third\n" + yaml("4000");
        Bellamy stream = predict(three, "-", "-o", "jsonl");
        List<JsonNode> answers = answers(stream);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(1).get("error").get("messages").get(0).asText())
                .startsWith("standard input:")
                .contains("is not valid YAML");
        // what is wrong in a document is told with its line in the stream
        Bellamy late = predict(one + "---\n" + one + "wrong: 1\n", "-", "-o", "json");
        int line = 2 * (int) one.lines().count() + 2;
        assertThat(answers(late).get(1).get("error").get("messages").get(0).asText())
                .startsWith("standard input:" + line + ": wrong: unknown key");

        Path requests = Files.createDirectory(folder.resolve("requests"));
        Files.writeString(requests.resolve("b.yml"), yaml("4000"));
        Files.writeString(requests.resolve("a.json"), line("1000"));
        Files.write(requests.resolve("c.yaml"), new byte[] {(byte) 0xff});
        Files.writeString(requests.resolve("notes.txt"), "none of it");
        Bellamy all = predict("", requests.toString(), "-o", "json");
        assertThat(all.exitCode()).isEqualTo(2);
        List<JsonNode> inFolder = answers(all);
        assertThat(inFolder.stream().map(answer -> Path.of(answer.get("source").asText())
                        .getFileName()
                        .toString()))
                .containsExactly("a.json", "b.yml", "c.yaml");
        assertThat(inFolder.get(0).at("/answer/predictions"))
                .isEqualTo(answers.get(0).at("/answer/predictions"));
        assertThat(inFolder.get(1).at("/answer/predictions"))
                .isEqualTo(answers.get(2).at("/answer/predictions"));
        assertThat(inFolder.get(2).get("error").get("messages").get(0).asText()).contains("is not UTF-8 text");

        assertThat(predict("", Files.createDirectory(folder.resolve("none")).toString())
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void oneRequestIsALineWhereLinesAreAskedFor() throws IOException {
        assertThat(answers(predict(yaml("4000"), "-", "-o", "jsonl"))).hasSize(1);
        Bellamy unmet = predict(yaml("4000") + "max_runtime: 1\n---\n" + yaml("4000"), "-", "-o", "jsonl");
        assertThat(unmet.exitCode()).isEqualTo(6);
        assertThat(answers(unmet)
                        .get(0)
                        .get("answer")
                        .get("recommendation")
                        .get("meets_limit")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void csvTellsWhatJsonTells() throws IOException {
        String requests = yaml("4000") + "max_runtime: 120\n---\n" + yaml("x");
        Bellamy outcome = predict(requests, "-", "-o", "csv");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(outcome.out()))
                .getRecords();
        JsonNode answer = answers(predict(requests, "-", "-o", "json")).get(0).get("answer");
        assertThat(rows).hasSize(answer.get("predictions").size() + 1);
        CSVRecord first = rows.get(0);
        JsonNode choice = answer.get("recommendation");
        assertThat(first.get("scale_out")).isEqualTo(choice.get("scale_out").asText());
        assertThat(first.get("runtime_seconds"))
                .isEqualTo(choice.get("runtime_seconds").asText());
        assertThat(first.get("upper_seconds"))
                .isEqualTo(choice.get("interval").get("upper_seconds").asText());
        assertThat(first.get("cost")).isEqualTo(choice.get("cost").asText());
        assertThat(first.get("recommended")).isEqualTo("true");
        assertThat(rows.stream().filter(row -> row.get("recommended").equals("true")))
                .hasSize(1);
        assertThat(rows.get(rows.size() - 1).get("error")).contains("data_size_MB: 'x' must be a number");
    }

    @Test
    void sparkSubmitGetsOneExecutorOnEveryMachine() {
        String request = yaml("4000") + "optional_properties_per_node: {slots: 8, memory: 15000}\n";
        Bellamy alone = predict(request, "-", "--format", "spark-submit", "--objective", "cheapest");
        assertThat(alone.exitCode()).as(alone.err()).isZero();
        // three quarters of 15000 MB, of which a tenth is overhead
        assertThat(alone.out())
                .isEqualTo("--num-executors 2 --executor-cores 8 --executor-memory 10227m" + System.lineSeparator());
        Bellamy unknown = predict(yaml("4000") + "---\n" + yaml("x"), "-", "--format", "spark-submit");
        assertThat(unknown.out().lines().toList()).hasSize(2).first().satisfies(line -> assertThat(line)
                .matches("--num-executors \\d+"));
        assertThat(unknown.out().lines().skip(1)).allMatch(line -> line.startsWith("# standard input:"));
        // what does not meet the limit must not be submitted by mistake
        Bellamy unmet = predict(request, "-", "--format", "spark-submit", "--max-runtime", "1");
        assertThat(unmet.exitCode()).isEqualTo(6);
        assertThat(unmet.out()).startsWith("# nothing is within 1 s");
    }

    private Bellamy predict(String input, String request, String... more) {
        return Bellamy.runWithInput(
                input, OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", request), more));
    }

    private static List<JsonNode> answers(Bellamy outcome) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : outcome.out().lines().toList()) {
            JsonNode answer = JSON.readTree(line);
            assertThat(Schemas.prediction().validate(answer)).isEmpty();
            answers.add(answer);
        }
        return answers;
    }

    private static String yaml(String size) {
        return "min_scale_out: 2\nmax_scale_out: 4\nessential_properties: {machine_type: small, data_size_MB: " + size
                + "}\n";
    }

    private static String line(String size) {
        return "{\"min_scale_out\": 2, \"max_scale_out\": 4,"
                + " \"essential_properties\": {\"machine_type\": \"small\", \"data_size_MB\": \"" + size + "\"}}";
    }
}

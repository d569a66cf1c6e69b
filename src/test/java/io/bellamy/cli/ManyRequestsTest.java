package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.report.JsonReport;
import io.bellamy.request.RequestText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several requests in one go, and the forms in which they are answered. */
class ManyRequestsTest extends ManyRequestsCases {
    private static final int MANY = 1000;

    private static final List<RuntimeException> HAPPEN = List.of(
            new IllegalStateException("a mistake"),
            new UncheckedIOException("can't be read", new NoSuchFileException("gone")),
            new ArithmeticException());

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
        assertThat(late.err())
                .contains("bellamy: standard input:" + line + ": wrong")
                .doesNotContain(": standard input:" + (line - 1));

        Path requests = Files.createDirectory(folder.resolve("requests"));
        Files.writeString(requests.resolve("b.yml"), yaml("4000"));
        Files.writeString(requests.resolve("a.json"), line("1000"));
        Files.write(requests.resolve("c.yaml"), new byte[] {(byte) 0xff});
        Files.writeString(requests.resolve("notes.txt"), "none of it");
        Files.writeString(requests.resolve(".hidden.yml"), "none of it");
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
    void whatIsNoFileAmongTheRequestsOfAFolderIsRefusedInItsPlace() throws IOException {
        Path requests = Files.createDirectory(folder.resolve("mixed"));
        Files.writeString(requests.resolve("a.json"), line("4000"));
        Files.createDirectory(requests.resolve("b.yml"));
        Files.createSymbolicLink(requests.resolve("c.yml"), requests.resolve("gone"));
        Files.writeString(requests.resolve("d.yml"), "{".repeat(100_000));
        Files.writeString(requests.resolve("e.json"), line("1000"));
        Bellamy outcome = predict("", requests.toString(), "-o", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
        List<JsonNode> answers = answers(outcome);
        assertThat(answers).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(answers.get(i).has("answer"))
                    .as(answers.get(i).toString())
                    .isEqualTo(i == 0 || i == 4);
        }
    }

    /** Mistakes that nobody knows of yet. */
    @Test
    void whateverComesOfOneRequestTheOthersAreAnswered() throws IOException {
        List<RequestText> texts = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new RequestText("requests:" + i, () -> {
                    throw new AssertionError("it is not read");
                }))
                .toList();
        StringWriter out = new StringWriter();
        List<String> told = new ArrayList<>();
        int exitCode = new ManyReplies(new JsonReport(false), new PrintWriter(out), told::add).write(texts, text -> {
            int at = texts.indexOf(text);
            if (at < HAPPEN.size()) {
                throw HAPPEN.get(at);
            }
            throw new StackOverflowError();
        });
        assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
        JsonNode document = JSON.readTree(out.toString());
        assertThat(Schemas.prediction().validate(document)).isEmpty();
        assertThat(document).hasSize(4).allSatisfy(reply -> assertThat(
                        reply.at("/error/exit_code").asInt())
                .isEqualTo(1));
        assertThat(told).hasSize(4).allSatisfy(line -> assertThat(line).matches("requests:\\d: .+"));
        assertThat(told.get(0)).contains("internal failure");
        assertThat(told.get(3)).contains("nested too deeply");
    }
}

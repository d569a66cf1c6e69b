package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The forms in which many requests are answered. */
class ManyRequestsFormsTest extends ManyRequestsCases {

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

    /** One request or several, a bad one among them, from standard input, a file of lines, a folder with one or several. */
    @Test
    void everyFormHoldsWhatItPromisesHoweverManyRequestsThereAre() throws IOException {
        String good = line("4000") + "\n";
        Path lines = Files.writeString(folder.resolve("lines.jsonl"), good + line("x") + "\n" + good);
        Path one = Files.writeString(folder.resolve("one.jsonl"), good);
        Path requests = Files.createDirectory(folder.resolve("one"));
        Files.writeString(requests.resolve("a.json"), good);

        JsonNode alone = JSON.readTree(predict(good, "-", "-o", "json").out());
        assertThat(Schemas.prediction().validate(alone)).isEmpty();
        assertThat(alone.get("predictions")).hasSize(3);
        for (Path many : List.of(lines, one, requests)) {
            int expected = many.equals(lines) ? 3 : 1;
            JsonNode document =
                    JSON.readTree(predict("", many.toString(), "-o", "json").out());
            assertThat(document.isArray()).isTrue();
            assertThat(document).hasSize(expected);
            assertThat(Schemas.prediction().validate(document)).isEmpty();
            assertThat(document.get(0).at("/answer/predictions")).isEqualTo(alone.get("predictions"));

            String jsonl = predict("", many.toString(), "-o", "jsonl").out();
            assertThat(jsonl.lines()).hasSize(expected);
            assertThat(answersOfLines(jsonl)).isEqualTo(answersOfDocument(document));

            assertThat(predict("", many.toString(), "-o", "csv").out().lines())
                    .hasSize(1 + (expected == 1 ? 3 : 3 + 1 + 3))
                    .first()
                    .satisfies(header -> assertThat(header).startsWith("request,algorithm,rank,"));
            assertThat(predict("", many.toString()).out().lines().filter(line -> line.startsWith("== ")))
                    .hasSize(expected);
            assertThat(predict("", many.toString(), "-o", "spark-submit").out().lines())
                    .hasSize(expected);
        }
        assertThat(predict(good, "-", "-o", "csv").out().lines()).hasSize(1 + 3);
        assertThat(predict(good, "-", "-o", "jsonl").out().lines()).hasSize(1);
        assertThat(predict(good, "-").out()).doesNotContain("== ");
    }

    private static List<JsonNode> answersOfDocument(JsonNode document) {
        List<JsonNode> answers = new ArrayList<>();
        document.forEach(reply -> answers.add(reply.at("/answer/predictions")));
        return answers;
    }

    private static List<JsonNode> answersOfLines(String lines) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            answers.add(JSON.readTree(line).at("/answer/predictions"));
        }
        return answers;
    }
}

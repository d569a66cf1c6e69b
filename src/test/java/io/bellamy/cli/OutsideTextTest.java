package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.report.CsvCell;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Texts that a terminal, a spreadsheet, a browser or a shell would obey, in data and requests: wherever they come out again
 * none is obeyed, and from JSON and CSV they can be had back.
 */
class OutsideTextTest extends OwnFolderCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a terminal or a reader's eyes could follow. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\r\\n]]");

    private static final List<String> HOSTILE = List.of(
            "a\u001b]0;title\u0007\u001b[2J",
            "csi\u009b31m\u0085\u007f",
            "\u202eesrever\u202c\u2066x\u2069\u200e\u200f\u061c",
            "line\u2028line\u2029line",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "\uff1d1+1",
            "'=1",
            "-5",
            "back\\u001bslash \\ more",
            "</script><script>alert(1)</script><!--",
            "$(touch x);`id` & \"q\", 'p'");

    @BeforeEach
    void write() throws IOException {
        StringBuilder rows = new StringBuilder("nodes,runtime,machine,size\r\n");
        for (String type : HOSTILE) {
            for (int nodes : List.of(2, 4, 8)) {
                CSVFormat.RFC4180.printRecord(rows, nodes, 10 + 100.0 / nodes, type, 1000);
                CSVFormat.RFC4180.printRecord(rows, nodes, 11 + 100.0 / nodes, type, 1000);
            }
        }
        Files.writeString(folder.resolve("data/own/runs.csv"), rows);
    }

    @Test
    void noAnswerIsObeyedByATerminalASpreadsheetOrABrowser() throws IOException {
        Bellamy trained = own.pretrain("-a", "wordcount", "--trials", "1", "-o", "json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        harmless(trained);
        List<String> requests = new ArrayList<>();
        for (String type : HOSTILE) {
            requests.add("{\"min_scale_out\": 2, \"max_scale_out\": 3, \"essential_properties\": {\"machine_type\": \""
                    + type.chars()
                            .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                            .collect(Collectors.joining())
                    + "\"}}");
        }
        Path lines = Files.write(folder.resolve("requests.jsonl"), requests);
        for (String form : List.of("text", "json", "jsonl", "csv", "spark-submit")) {
            Bellamy outcome = predict("", lines.toString(), "--explain", "-o", form);
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            harmless(outcome);
        }
        JsonNode replies =
                JSON.readTree(predict("", lines.toString(), "-o", "json").out());
        List<CSVRecord> rows = rows(predict("", lines.toString(), "-o", "csv").out());
        for (int i = 0; i < HOSTILE.size(); i++) {
            assertThat(replies.get(i).at("/answer/context/machine_type").asText())
                    .isEqualTo(HOSTILE.get(i));
            assertThat(replies.get(i).at("/answer/fine_tuning/runs").asInt())
                    .as(replies.get(i).at("/answer/warnings").toString())
                    .isEqualTo(6);
            assertThat(CsvCell.original(rows.get(2 * i).get("machine_type"))).isEqualTo(HOSTILE.get(i));
        }
        for (String request : requests.subList(0, 4)) {
            Bellamy next =
                    Bellamy.runWithInput(request, own.arguments("suggest", "-a", "wordcount", "-r", "-", "-o", "json"));
            assertThat(next.exitCode()).as(next.err()).isZero();
            harmless(next);
            harmless(Bellamy.runWithInput(request, own.arguments("suggest", "-a", "wordcount", "-r", "-")));
            // what is asked for and not known
            String wrong = request.replaceFirst("machine_type\": \"", "machine_type\": \"x");
            harmless(predict(wrong, "-"));
            harmless(predict(wrong.replace("machine_type", "machine_tipe\u009b"), "-", "--log-format", "json"));
            harmless(predict(request, "-", "--prices", request));
        }
        Path picture = folder.resolve("picture.svg");
        harmless(predict(requests.get(2), "-", "--plot", picture.toString()));
        assertThat(Files.readString(picture)).doesNotContainPattern(OBEYED).doesNotContain("<script");
        for (String command : List.of("list", "verify")) {
            harmless(own.models(command));
        }
        harmless(own.models("show", "-tt", "own", "-a", "wordcount"));
        harmless(own.models("show", "-tt", "own", "-a", "wordcount", "-o", "json"));
    }

    @Test
    void theResultsOfAnEvaluationAreObeyedByNobody() throws IOException {
        Path out = folder.resolve("results");
        Bellamy evaluated = Bellamy.run(
                "evaluate",
                "-tt",
                "own",
                "-a",
                "wordcount",
                "--config",
                folder.resolve("config.yml").toString(),
                "--data-dir",
                folder.resolve("data").toString(),
                "--methods",
                "scaled,ernest",
                "--splits",
                "1",
                "--points",
                "1-2",
                "--out",
                out.toString(),
                "-o",
                "json");
        assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
        harmless(evaluated);
        for (String file : List.of("table.txt", "predictions.csv", "summary.json")) {
            assertThat(Files.readString(out.resolve(file))).as(file).doesNotContainPattern(OBEYED);
        }
        String page = Files.readString(out.resolve("report.html"));
        assertThat(page.substring(page.indexOf("application/json")))
                .doesNotContainPattern(OBEYED)
                .doesNotContain("</script><script>alert");
        List<CSVRecord> rows = rows(Files.readString(out.resolve("predictions.csv")));
        assertThat(rows.stream()
                        .map(row -> CsvCell.original(row.get("context")))
                        .distinct())
                .hasSize(HOSTILE.size())
                .allSatisfy(context -> assertThat(HOSTILE).anyMatch(type -> context.startsWith(type + " | ")));
    }

    @Test
    void noLineOfTheLogIsObeyed() throws IOException {
        Path config = folder.resolve("con\u001b[2J\n\u007ffig.yml");
        Files.writeString(
                config, Files.readString(folder.resolve("config.yml")) + "optuna_search: {multivariate: true}\n");
        for (String format : List.of("text", "json")) {
            Bellamy outcome = Bellamy.run(
                    "models",
                    "list",
                    "--config",
                    config.toString(),
                    "--models-dir",
                    own.models().toString(),
                    "--log-format",
                    format);
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err().lines()).singleElement().satisfies(line -> assertThat(line)
                    .contains("accepted, but without meaning here"));
            harmless(outcome);
        }
        Bellamy debug = own.models("list", "-tt", "x\u009b2J", "--logging-level", "DEBUG");
        assertThat(debug.err()).contains("\tat io.bellamy.").doesNotContainPattern("[\\p{Cc}&&[^\t\n]]");
    }

    private static void harmless(Bellamy outcome) {
        assertThat(outcome.out()).doesNotContainPattern(OBEYED);
        assertThat(outcome.err()).doesNotContainPattern(OBEYED).doesNotContain("internal failure");
    }

    /** The cells of a spreadsheet: none is a formula. */
    private static List<CSVRecord> rows(String text) throws IOException {
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
        assertThat(rows.stream().flatMap(CSVRecord::stream)).allSatisfy(cell -> assertThat(cell)
                .matches("|[^=+@\uff1d\uff0b\uff0d\uff20-].*|[+-]?[0-9.]+(E-?[0-9]+)?"));
        return rows;
    }

    private Bellamy predict(String input, String request, String... more) {
        return Bellamy.runWithInput(
                input,
                Stream.concat(Stream.of(own.arguments("predict", "-a", "wordcount", "-r", request)), Stream.of(more))
                        .toArray(String[]::new));
    }
}

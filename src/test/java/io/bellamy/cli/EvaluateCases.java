package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of evaluate share. */
abstract class EvaluateCases {

    static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    static Bellamy first;

    /** Four contexts of an algorithm called as all together once were, and one context of another; no memory, no slots. */
    @BeforeAll
    static void evaluate() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/own"));
        Files.writeString(data.resolve("dataset.yml"), """
                defaults:
                  scale_out: {column: nodes}
                  runtime: {column: runtime}
                  properties:
                    machine_type: {column: machine}
                    data_size_MB: {column: size}
                algorithms:
                  all: {file: all.csv}
                  lonely: {file: lonely.csv}
                """);
        StringBuilder runs = new StringBuilder("nodes,runtime,machine,size\n");
        for (String machine : List.of("small", "large")) {
            for (int size : List.of(1000, 3000)) {
                for (int nodes : List.of(3, 7, 15)) {
                    double seconds = 20 + size * (machine.equals("small") ? 0.4 : 0.2) / nodes;
                    runs.append(String.format(Locale.ROOT, "%d,%.0f,%s,%d%n", nodes, seconds, machine, size));
                    runs.append(String.format(Locale.ROOT, "%d,%.0f,%s,%d%n", nodes, seconds * 1.02, machine, size));
                }
            }
        }
        Files.writeString(data.resolve("all.csv"), runs);
        Files.writeString(data.resolve("lonely.csv"), "nodes,runtime,machine,size\n2,10,m,5\n4,6,m,5\n");
        Replaced.quickConfiguration(folder);
        first = run("first", "--splits", "3");
    }

    static Bellamy run(String out, String... arguments) {
        return runWith("config.yml", out, arguments);
    }

    static Bellamy runWith(String configuration, String out, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "evaluate",
                "-tt",
                "own",
                "--config",
                folder.resolve(configuration).toString(),
                "--data-dir",
                folder.resolve("data").toString(),
                "--out",
                folder.resolve(out).toString()));
        all.addAll(List.of(arguments));
        return Bellamy.run(all.toArray(String[]::new));
    }

    static double seconds(Bellamy outcome, String method) throws IOException {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        for (JsonNode found : JSON.readTree(outcome.out()).get("methods")) {
            if (found.get("name").asText().equals(method)) {
                return found.get("seconds").asDouble();
            }
        }
        throw new AssertionError("no " + method);
    }

    static List<CSVRecord> predictions(String out) throws IOException {
        return predictions(folder.resolve(out));
    }

    /** Every prediction in the folder of an evaluation. */
    static List<CSVRecord> predictions(Path out) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                out.resolve("predictions.csv"),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }

    /** Makes a part known again by the time that it says it took. */
    static void mark(Path part) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(part.toFile());
        ((ObjectNode) json.get("part")).put("seconds", 12345);
        JSON.writeValue(part.toFile(), json);
    }
}

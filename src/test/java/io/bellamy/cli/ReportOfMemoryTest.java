package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** What a report says of memory and of costs, through the real command line. */
class ReportOfMemoryTest extends MemoryCases {

    @Test
    void whatAReportRecommendsFits() throws IOException {
        Path prices =
                Files.writeString(folder.resolve("prices.yml"), "{per_hour: {small: 0.01, medium: 0.3, large: 0.8}}");
        Bellamy report = jobs.run("report", "-a", "wordcount", "--prices", prices.toString(), "-o", "json");
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(Schemas.of("report").validate(json(report))).isEmpty();
        JsonNode job = json(report).at("/jobs/0");
        JsonNode memory = job.at("/cheapest/memory");
        assertThat(memory.get("dying_probability").asDouble()).isLessThanOrEqualTo(0.05);
        if (job.has("too_small")) {
            assertThat(job.at("/too_small/cost").asDouble())
                    .isLessThan(job.at("/cheapest/cost").asDouble());
        }
        assertThat(jobs.run("report", "-a", "wordcount", "--prices", prices.toString())
                        .out())
                .contains("wordcount: on the cheapest it spills in");
    }

    /** So that a spreadsheet knows all that the document does, but for the two lists and the whole. */
    @Test
    void rowsOfAReportHaveAllThatItsJsonHas() throws IOException {
        Path strict = Files.writeString(
                folder.resolve("strict.yml"),
                Files.readString(folder.resolve("config.yml")) + "memory: {most_spilling: 0.05}\n");
        MemoryJobs strictly = jobs.with(strict);
        String prices = Files.writeString(
                        folder.resolve("dear.yml"), "{per_hour: {small: 0.01, medium: 0.3, large: 0.8, master: 1}}")
                .toString();
        String spot = Files.writeString(
                        folder.resolve("cheap.yml"),
                        "{date: 2026-11-25, per_hour: {small: 0.001, medium: 0.1, large: 0.3}}")
                .toString();
        Bellamy document = report(strictly, "json", prices, spot);
        JsonNode told = json(document);
        assertThat(Schemas.of("report").validate(told)).as(document.err()).isEmpty();
        JsonNode job = told.at("/jobs/0");
        assertThat(job.has("too_small")).as("%s", job).isTrue();
        CSVRecord row = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(report(strictly, "csv", prices, spot).out()))
                .getRecords()
                .get(0);
        Map<String, String> leaves = new TreeMap<>();
        leaves("", job, leaves);
        told.fieldNames().forEachRemaining(name -> {
            if (!List.of("training_target", "saving_a_month", "jobs", "not_told")
                    .contains(name)) {
                leaves(name, told.get(name), leaves);
            }
        });
        assertThat(leaves).containsKeys("driver/at_spot_prices", "usual/memory/dying_probability", "spot_prices_of");
        leaves.forEach(
                (path, value) -> assertThat(row.get(column(path))).as(path).isEqualTo(value));
    }

    private static Bellamy report(MemoryJobs asked, String form, String prices, String spot) {
        List<String> words = new ArrayList<>(List.of("-a", "wordcount", "--prices", prices, "-o", form));
        words.addAll(
                List.of("--max-runtime", "50000", "--confidence", "0.9", "--startup", "240", "--driver", "master"));
        words.addAll(List.of("--spot-prices", spot));
        return asked.run("report", words.toArray(String[]::new));
    }

    private static void leaves(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isValueNode()) {
            leaves.put(path, node.asText());
        }
        node.fieldNames()
                .forEachRemaining(name -> leaves(path.isEmpty() ? name : path + "/" + name, node.get(name), leaves));
    }

    /** The cheapest is what a row is about, and the usual time has no other name. */
    private static String column(String path) {
        return switch (path) {
            case "name" -> "job";
            default ->
                path.replaceFirst("^cheapest/", "")
                        .replace("memory/", "")
                        .replace("_interval", "")
                        .replace('/', '_');
        };
    }
}

package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Run;
import io.bellamy.problem.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set that looks quite different from ours, described and not coded: the example of docs/DATASETS.md. */
class OwnDatasetTest {

    @TempDir
    private Path folder;

    @Test
    void theExampleOfTheDocumentationIsRead() throws IOException {
        String document = Files.readString(Path.of("docs/DATASETS.md"));
        int start = document.indexOf("```yaml") + "```yaml".length();
        Path home = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(home.resolve("dataset.yml"), document.substring(start, document.indexOf("```", start)));
        Files.writeString(home.resolve("runs.csv"), """
                \uFEFFjob;nodes;millis;family;size;gb_per_node;cores;input_bytes;tables;skew
                wordcount;2;120000;m4;xlarge;16;4;5000000000;;
                join;4;90500;c4;2xlarge;15.5;8;250000000;3;1

                join;4;30000;c4;2xlarge;15.5;8;250000000;3;1
                join;4;600;c4;2xlarge;15.5;8;250000000;3;1
                join;8;20000;c4;2xlarge;15.5;8;250000000;3;1
                join;8;10000;c4;2xlarge;15.5;8;250000000;3;1.0
                """);
        DatasetCatalog catalog = new DatasetCatalog(
                folder, DatasetCatalog.FORMATS, (name, value) -> Optional.empty(), Limits.DEFAULTS, Clock.systemUTC());
        assertThat(catalog.algorithms("mine")).containsExactly("wordcount", "join");

        Run count = catalog.load("mine", "wordcount").runs().get(0);
        assertThat(count.scaleOut()).isEqualTo(2);
        assertThat(count.runtime()).isEqualTo(120);
        assertThat(count.properties().texts())
                .containsEntry("machine_type", "m4.xlarge")
                .containsEntry("memory", "32000")
                .containsEntry("slots", "8")
                .containsEntry("data_size_MB", "5000")
                .containsEntry("job_args", "--stem")
                .doesNotContainKeys("environment", "data_characteristics");

        List<Run> joins = catalog.load("mine", "join").runs();
        assertThat(joins)
                .as("of three the fastest and the slowest are dropped, of two none; in order")
                .extracting(Run::runtime)
                .containsExactly(30.0, 10.0, 20.0);
        assertThat(joins.get(0).properties().texts())
                .containsEntry("memory", "62000")
                .containsEntry("job_args", "3 1.0");
    }

    /** Somewhere it is a day later than here. */
    @Test
    void aDayAfterTomorrowLiesInTheFuture() throws IOException {
        Path home = Files.createDirectory(folder.resolve("dated"));
        Files.writeString(home.resolve("dataset.yml"), """
                defaults:
                  file: runs.csv
                  scale_out: {column: nodes}
                  runtime: {column: time}
                  measured_at: {column: day}
                  properties: {}
                algorithms:
                  sort: {}
                """);
        Clock newYear = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
        DatasetCatalog catalog = new DatasetCatalog(
                folder, DatasetCatalog.FORMATS, (name, value) -> Optional.empty(), Limits.DEFAULTS, newYear);
        Files.writeString(home.resolve("runs.csv"), "nodes,time,day\n2,3,2026-01-01\n2,3,2026-01-02\n");
        assertThat(catalog.load("dated", "sort").warnings()).isEmpty();
        Files.writeString(home.resolve("runs.csv"), "nodes,time,day\n2,3,2026-01-02\n2,3,2026-01-03\n2,3,2026-01-04\n");
        assertThat(catalog.load("dated", "sort").warnings())
                .singleElement()
                .asString()
                .endsWith("runs.csv:3: column 'day': 2026-01-03 lies in the future (2 such rows)");
    }

    @Test
    void unitsAreDecimalOrBinaryAsTheirNamesSay() throws IOException {
        Map<String, String> megabytes = new TreeMap<>(Map.of(
                "b", "0.000003",
                "kb", "0.003",
                "mb", "3",
                "gb", "3000",
                "tb", "3000000",
                "kib", "0.003072",
                "mib", "3.145728",
                "gib", "3221.225472",
                "tib", "3298534.883328"));
        Map<String, Double> seconds = Map.of("ms", 0.007, "s", 7.0, "min", 420.0, "h", 25200.0);
        Path home = Files.createDirectory(folder.resolve("units"));
        Files.writeString(home.resolve("runs.csv"), "nodes,size,time\n2,3,7\n");
        StringBuilder description = new StringBuilder("""
                defaults:
                  file: runs.csv
                  scale_out: {column: nodes}
                  properties:
                """);
        megabytes
                .keySet()
                .forEach(unit -> description.append("    in_" + unit + ": {column: size, unit: " + unit + "}\n"));
        description.append("algorithms:\n");
        seconds.keySet()
                .forEach(unit -> description.append("  " + unit + ": {runtime: {column: time, unit: " + unit + "}}\n"));
        Files.writeString(home.resolve("dataset.yml"), description);
        DatasetCatalog catalog = new DatasetCatalog(
                folder, DatasetCatalog.FORMATS, (name, value) -> Optional.empty(), Limits.DEFAULTS, Clock.systemUTC());
        seconds.forEach((unit, expected) -> {
            Run run = catalog.load("units", unit).runs().get(0);
            assertThat(run.runtime()).as(unit).isEqualTo(expected);
            Map<String, String> sizes = new TreeMap<>();
            run.properties().texts().forEach((name, value) -> sizes.put(name.substring("in_".length()), value));
            assertThat(sizes).isEqualTo(megabytes);
        });
    }
}

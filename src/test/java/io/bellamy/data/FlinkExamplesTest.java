package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The descriptions of runs of Flink in docs/DATASETS.md. */
class FlinkExamplesTest {

    @TempDir
    private Path folder;

    /** The description that has a line. */
    private static String example(String line) throws IOException {
        for (String part : Files.readString(Path.of("docs/DATASETS.md")).split("```yaml\n", -1)) {
            String example = part.split("```", -1)[0];
            if (example.contains(line)) {
                return example;
            }
        }
        throw new IllegalStateException("no example with " + line);
    }

    @Test
    void publishedTablesAreRead() throws IOException {
        OwnTable table = OwnTable.in(folder)
                .described(example("wordcount.flink.csv"))
                .with("kmeans.flink.csv", "Nodes,Runtime\n4,1500\n4,1600\n4,900\n");
        assertThat(table.catalog().algorithms("mine")).containsExactly("kmeans", "tpch-q10", "wordcount");
        assertThat(table.load("kmeans").runs()).singleElement().satisfies(run -> {
            assertThat(run.runtime()).isEqualTo(1.5);
            assertThat(run.properties().texts())
                    .containsEntry("slots", "16")
                    .containsEntry("memory", "64000")
                    .containsEntry("job_type", "kmeans-flink");
        });
    }

    @Test
    void whatFlinkTellsOfItsJobsIsRead() throws IOException {
        String job =
                "{\"jid\":\"a1\",\"name\":\"%s\",\"start-time\":1769850000000,\"end-time\":1769850090250,\"duration\":90250,"
                        + "\"state\":\"%s\",\"tasks\":{\"total\":8,\"finished\":8},\"parallelism\":30,\"slots\":8,"
                        + "\"input\":{\"bytes\":10512000000}}\n";
        OwnTable table = OwnTable.in(folder)
                .described(example("algorithms_from: {column: name}"))
                .with(
                        "runs.jsonl",
                        job.formatted("Nightly Orders", "FINISHED") + job.formatted("Nightly Orders", "FAILED"));
        assertThat(table.load("Nightly-Orders").runs()).singleElement().satisfies(FlinkExamplesTest::isNightly);
    }

    private static void isNightly(Run run) {
        assertThat(run.scaleOut()).isEqualTo(4);
        assertThat(run.runtime()).isEqualTo(90.25);
        assertThat(run.measured()).hasToString("Optional[2026-01-31]");
        assertThat(run.properties().texts()).isEqualTo(Map.of("slots", "32", "data_size_MB", "11000"));
    }
}

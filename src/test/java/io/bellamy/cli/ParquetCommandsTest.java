package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellamy.parquet.ParquetFiles;
import io.bellamy.parquet.ParquetFiles.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about runs in Parquet answer as those about the same runs in a table of texts. */
class ParquetCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Style STYLE = Style.of(
                    "required binary job (STRING)",
                    "required int32 nodes",
                    "required int64 size",
                    "required double seconds",
                    "required int32 day (DATE)")
            .with(CompressionCodecName.ZSTD)
            .with(2000, 10);

    private static final String DESCRIPTION = """
            algorithms_from: {column: job}
            defaults:
              file: %s
              scale_out: {column: nodes}
              runtime: {column: seconds}
              measured_at: {column: day}
              properties:
                data_size_MB: {column: size}
            """;

    @TempDir
    private Path folder;

    private final List<Object[]> rows = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        Replaced.quickConfiguration(folder);
        for (int run = 0; run < 12; run++) {
            for (int job = 0; job < 5; job++) {
                int nodes = 2 + 2 * (run % 6);
                rows.add(new Object[] {"job-" + job, nodes, 900L + 50L * run, 20 + (90.0 + job) / nodes, 20_000 + run});
            }
        }
        Files.createDirectories(folder.resolve("parquet/mine/runs"));
        Files.createDirectories(folder.resolve("csv/mine"));
        Files.writeString(folder.resolve("parquet/mine/dataset.yml"), DESCRIPTION.formatted("runs/"));
        Files.writeString(folder.resolve("csv/mine/dataset.yml"), DESCRIPTION.formatted("runs.csv"));
        Files.writeString(folder.resolve("request.yml"), """
                training_target: mine
                algorithm: job-3
                min_scale_out: 2
                max_scale_out: 16
                essential_properties: {data_size_MB: 1200}
                """);
        write();
    }

    private void write() throws IOException {
        int half = rows.size() / 2;
        Path runs = folder.resolve("parquet/mine/runs");
        ParquetFiles.write(runs.resolve("part-00000.zstd.parquet"), STYLE, rows.subList(0, half));
        ParquetFiles.write(runs.resolve("part-00001.zstd.parquet"), STYLE, rows.subList(half, rows.size()));
        Files.writeString(
                folder.resolve("csv/mine/runs.csv"),
                "job,nodes,size,seconds,day\n"
                        + rows.stream()
                                .map(row -> row[0] + "," + row[1] + "," + row[2] + "," + row[3] + ","
                                        + LocalDate.ofEpochDay((int) row[4]) + "\n")
                                .collect(Collectors.joining()));
    }

    private List<String> arguments(String form, String... command) {
        return Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--config",
                                folder.resolve("config.yml").toString(),
                                "--data-dir",
                                folder.resolve(form).toString(),
                                "--models-dir",
                                folder.resolve("models-" + form).toString(),
                                "-o",
                                "json"))
                .toList();
    }

    private JsonNode run(String form, String... command) throws IOException {
        Bellamy outcome = Bellamy.run(arguments(form, command).toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("parquet.hadoop");
        return JSON.readTree(outcome.out());
    }

    private String pretrain(String form) throws IOException {
        return run(form, "pretrain", "-tt", "mine", "-a", "job-3", "--if-stale")
                .get("algorithms")
                .get(0)
                .get("outcome")
                .asText();
    }

    private JsonNode answer(String form) throws IOException {
        return withoutOrigin(
                run(form, "predict", "-r", folder.resolve("request.yml").toString()));
    }

    /** Without what differs by the files and by when the model was made. */
    private static JsonNode withoutOrigin(JsonNode answer) {
        ObjectNode bare = (ObjectNode) answer;
        assertThat(bare.remove("data_sha256").asText()).hasSize(64);
        bare.remove("model_version");
        bare.remove("model");
        return bare;
    }

    @Test
    void answersAreThoseOfATableAndAJobIsStaleByItsOwnRows() throws IOException {
        assertThat(pretrain("parquet")).isEqualTo("published");
        assertThat(pretrain("csv")).isEqualTo("published");
        assertThat(answer("parquet")).isEqualTo(answer("csv"));

        rows.add(new Object[] {"job-4", 2, 900L, 66.0, 20_020});
        write();
        assertThat(pretrain("parquet")).isEqualTo("unchanged");
        rows.add(new Object[] {"job-3", 2, 900L, 66.0, 20_020});
        write();
        assertThat(pretrain("parquet")).isEqualTo("published");
    }

    @Test
    void nothingIsLeftAmongTheTemporaryFilesOfAll() throws Exception {
        assertThat(pretrain("parquet")).isEqualTo("published");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        List<String> command = new ArrayList<>(BellamyProcess.command(arguments(
                "parquet", "predict", "-r", folder.resolve("request.yml").toString())));
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        assertThat(temporary).isEmptyDirectory();
    }
}

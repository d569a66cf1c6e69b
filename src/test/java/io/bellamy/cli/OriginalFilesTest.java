package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of the original prototype: its configuration, requests and data folders. */
class OriginalFilesTest {

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
        Bellamy trained = Bellamy.runIn(places, "pretrain", "--epochs", "3", "--trials", "1");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.err()).contains("without meaning here: ", "tune_run.local_dir");
        String request = target.equals("bell") ? "bell-request.yml" : "request.yml";
        Bellamy answer = Bellamy.runIn(places, "predict", "-r", "src/test/resources/original/" + request);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("fine-tuned on").contains("fastest");
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
}

package io.bellamy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A data set whose jobs are told by a column of its one file, with a configuration that trains in a moment. */
final class JobsInOneFile {

    private final Path folder;
    private final Path file;
    private final List<String> rows = new ArrayList<>(List.of("job,nodes,size,seconds"));

    JobsInOneFile(Path folder) throws IOException {
        this.folder = folder;
        Path home = Files.createDirectories(folder.resolve("data/mine"));
        Files.writeString(home.resolve("dataset.yml"), """
                algorithms_from: {column: job}
                defaults:
                  file: runs.csv
                  scale_out: {column: nodes}
                  runtime: {column: seconds}
                  properties:
                    data_size_MB: {column: size}
                """);
        file = home.resolve("runs.csv");
        Replaced.quickConfiguration(folder);
    }

    JobsInOneFile run(int job, int nodes, int size, double seconds) {
        rows.add(String.format(Locale.ROOT, "job-%d,%d,%d,%.1f", job, nodes, size, seconds));
        return this;
    }

    JobsInOneFile write() throws IOException {
        Files.write(file, rows);
        return this;
    }

    /** Adds a line to the file as it is. */
    void append(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }

    /** The arguments of {@code bellamy pretrain} into a folder, with more of them. */
    String[] pretraining(Path models, String... more) {
        return Stream.concat(
                        Stream.of(
                                "pretrain",
                                "-tt",
                                "mine",
                                "--config",
                                folder.resolve("config.yml").toString(),
                                "--data-dir",
                                folder.resolve("data").toString(),
                                "--models-dir",
                                models.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}

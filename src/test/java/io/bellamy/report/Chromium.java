package io.bellamy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, and with nothing remembered from before. */
final class Chromium {

    private static final String NAME = "chromium";
    private static final int PATIENCE = 120;

    private final Path folder;

    /**
     * What came of a page.
     *
     * @param document the elements after all scripts have run
     * @param console what was logged or went wrong
     */
    record Visit(String document, List<String> console) {}

    Chromium(Path folder) {
        this.folder = folder;
    }

    static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, NAME)));
    }

    Visit visit(Path page) throws IOException, InterruptedException {
        Path out = folder.resolve("document");
        Path err = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                NAME,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--v=0",
                "--dump-dom"));
        command.add("--user-data-dir=" + Files.createTempDirectory(folder, "profile"));
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS))
                    .as("%s ended in time", NAME)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        try (Stream<String> lines = Files.lines(err)) {
            return new Visit(
                    Files.readString(out),
                    lines.filter(line -> line.contains(":CONSOLE")).toList());
        }
    }
}

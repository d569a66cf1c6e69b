package io.bellamy.histories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program as one starts it.
 *
 * @param program the launcher
 * @param config the configuration, where not the program's own
 * @param seed of the program
 */
record Launcher(Path program, Optional<Path> config, long seed) {

    /** Pretrains all algorithms of a data set; true if all went well. */
    boolean pretrain(String target, Path dataFolder, Path work) throws IOException {
        return start(
                work.resolve("pretrain.out"),
                "pretrain",
                "-tt",
                target,
                "-a",
                "all",
                "--data-dir",
                dataFolder.toString(),
                "--models-dir",
                work.resolve("models").toString());
    }

    /** Asks the models of {@link #pretrain}, whose answers are then in the file; true if all requests were answered. */
    boolean predict(Path requests, Path dataFolder, Path work, Path answers) throws IOException {
        return start(
                answers,
                "predict",
                "-r",
                requests.toString(),
                "--data-dir",
                dataFolder.toString(),
                "--models-dir",
                work.resolve("models").toString(),
                "-o",
                "jsonl");
    }

    /** Tells on standard error of what went wrong. */
    boolean start(Path out, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        config.ifPresent(file -> command.addAll(List.of("--config", file.toString())));
        command.addAll(List.of("--seed", Long.toString(seed), "--quiet"));
        Path told = out.resolveSibling(out.getFileName() + ".err");
        int code;
        try {
            code = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(told.toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
        if (code != 0) {
            try (Stream<String> lines = Files.lines(told)) {
                System.err.println(String.join(" ", command) + " ended with " + code + ":");
                lines.limit(5).forEach(line -> System.err.println("    " + line));
            }
        }
        return code == 0;
    }
}

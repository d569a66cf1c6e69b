package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.store.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small data set of one's own, with two algorithms on 36 runs in 6 contexts, a configuration that trains in a moment, and
 * a folder for models.
 *
 * @param folder where all of it is
 */
record OwnFolder(Path folder) {

    /** The format that this program writes. */
    static final String NEWEST = "format-" + Manifest.FORMAT;

    static final Path STORED = Path.of("src/test/resources/stored");

    /** Copies data and configuration into an empty folder. */
    static OwnFolder in(Path folder) {
        copy(STORED.resolve("data"), folder.resolve("data"));
        copy(STORED.resolve("config.yml"), folder.resolve("config.yml"));
        return new OwnFolder(folder);
    }

    /** Copies models that this program could have written. */
    OwnFolder withModels() {
        return withModels(NEWEST);
    }

    /** Copies the models that a program of this format wrote. */
    OwnFolder withModels(String format) {
        copy(STORED.resolve(format), models());
        return this;
    }

    /** Networks alone answer, so that models are worse the shorter they train. */
    OwnFolder answeredByNetworks() {
        try {
            Replaced.inFile(folder.resolve("config.yml"), "ensemble:\n", "ensemble:\n  parts: networks\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Pretrains wordcount on runs of machines with columns {@code mb} and {@code cores} of what each has. */
    OwnFolder pretrainedOnSizes(List<String> rows) throws IOException {
        Files.write(folder.resolve("data/own/runs.csv"), rows);
        Replaced.inFile(
                folder.resolve("data/own/dataset.yml"),
                "  properties:\n",
                "  properties:\n    memory: {column: mb, per: node}\n    slots: {column: cores, per: node}\n");
        Bellamy pretrained = pretrain("-a", "wordcount", "--quiet");
        assertThat(pretrained.exitCode()).as(pretrained.err()).isZero();
        return this;
    }

    Path models() {
        return folder.resolve("models");
    }

    /** The folder of the versions of wordcount. */
    Path wordcount() {
        return models().resolve("own/wordcount");
    }

    /** {@code bellamy pretrain -tt own} with more arguments. */
    Bellamy pretrain(String... more) {
        return Bellamy.run(arguments("pretrain", more));
    }

    /** {@code bellamy predict} of wordcount with more arguments. */
    Bellamy predict(String... more) {
        return predictFor("wordcount", more);
    }

    /** {@code bellamy predict} of an algorithm with more arguments. */
    Bellamy predictFor(String algorithm, String... more) {
        Stream<String> fixed = Stream.of(
                "-a",
                algorithm,
                "-o",
                "json",
                "-r",
                STORED.resolve("request.yml").toString());
        return Bellamy.run(
                arguments("predict", Stream.concat(fixed, Stream.of(more)).toArray(String[]::new)));
    }

    /** The arguments of {@code bellamy record} of wordcount, with more of them. */
    String[] recording(String... more) {
        Stream<String> fixed = Stream.of(
                "record",
                "-tt",
                "own",
                "-a",
                "wordcount",
                "--data-dir",
                folder.resolve("data").toString(),
                "--config",
                folder.resolve("config.yml").toString());
        return Stream.concat(fixed, Stream.of(more)).toArray(String[]::new);
    }

    /** {@code bellamy models} with more arguments. */
    Bellamy models(String command, String... more) {
        Stream<String> fixed = Stream.of(
                "models",
                command,
                "--config",
                folder.resolve("config.yml").toString(),
                "--models-dir",
                models().toString());
        return Bellamy.run(Stream.concat(fixed, Stream.of(more)).toArray(String[]::new));
    }

    /** A command on this folder's data, configuration and models. */
    String[] arguments(String command, String... more) {
        Stream<String> fixed = Stream.of(
                command,
                "-tt",
                "own",
                "--config",
                folder.resolve("config.yml").toString(),
                "--data-dir",
                folder.resolve("data").toString(),
                "--models-dir",
                models().toString());
        return Stream.concat(fixed, Stream.of(more)).toArray(String[]::new);
    }

    /** Adds a row to the data. */
    void addRun(String row) {
        try {
            Files.writeString(folder.resolve("data/own/runs.csv"), row + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arguments and some more. */
    static String[] with(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : entries.toList()) {
                Path copy = to.resolve(from.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(entry, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.bellamy.cli;

import io.bellamy.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option that asks for a page for the browser. */
final class PageOption {

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write it with pictures into this file, too, for the browser; it needs nothing else")
    private Optional<Path> file = Optional.empty();

    /** Tells where the file can't be written. */
    void check(Problems problems) {
        NewFile.check(problems, "--html", file);
    }

    /** Writes the page, if one is wanted. */
    void write(Supplier<String> page) {
        file.ifPresent(path -> NewFile.write(path, page.get().getBytes(StandardCharsets.UTF_8)));
    }
}

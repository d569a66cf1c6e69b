package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Evaluates some contexts of C3O through the real command line, for tests of what comes of it. */
public final class Evaluating {

    private Evaluating() {}

    /** With two methods that need no training of a network, one of which is asked a few splits only. */
    public static void into(Path folder, String... options) {
        run(Stream.of("-tt", "c3o", "--methods", "scaled,forest", "--out", folder.toString()), options);
    }

    /** Data of any kind, with the method that needs least. */
    public static void scaled(Path folder, String... options) {
        run(Stream.of("--methods", "scaled", "--out", folder.toString()), options);
    }

    private static void run(Stream<String> usual, String... options) {
        Bellamy done = Bellamy.runIn(Stream.concat(usual, Stream.of(options)).toList(), "evaluate");
        assertThat(done.exitCode()).as(done.err()).isZero();
    }
}

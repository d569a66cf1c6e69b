package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Evaluates some contexts of C3O through the real command line, for tests of what comes of it. */
public final class Evaluating {

    private Evaluating() {}

    /** With two methods that need no training of a network, one of which is asked a few splits only. */
    public static void into(Path folder, String... options) {
        Bellamy done = Bellamy.run(Stream.concat(
                        Stream.of("evaluate", "-tt", "c3o", "--methods", "scaled,forest", "--out", folder.toString()),
                        List.of(options).stream())
                .toArray(String[]::new));
        assertThat(done.exitCode()).as(done.err()).isZero();
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of links, pipes and other owners share: files elsewhere that nobody may touch. */
abstract class HostileCases extends OwnModelCases {

    static final String SECRET = "of another: xyzzy";

    Path elsewhere;

    Path foreign;

    @BeforeEach
    void write() throws IOException {
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        foreign = Files.writeString(elsewhere.resolve("checkpoint.json"), SECRET);
    }

    static void assertRefused(Path path, String why, Bellamy outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isIn(1, 2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains(path.toString(), why)
                .doesNotContain("xyzzy", "trials of up to", "internal failure", "Exception");
    }

    void assertNothingElsewhereChanged() throws IOException {
        assertThat(foreign).hasContent(SECRET);
        try (Stream<Path> entries = Files.list(elsewhere)) {
            assertThat(entries).containsExactly(foreign);
        }
    }

    static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Replaces parts of a text, each of which must be there: else a test would go on with what it did not change. */
final class Replaced {

    private Replaced() {}

    /** Texts and what replaces them by turns. */
    static String in(String text, String... pairs) {
        String changed = text;
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(changed).contains(pairs[i]);
            changed = changed.replace(pairs[i], pairs[i + 1]);
        }
        return changed;
    }

    /** The configuration of the program, with as little training as will do, as a file in a folder. */
    static Path quickConfiguration(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("config.yml"),
                in(
                        Files.readString(Path.of("config.yml")),
                        "epochs: [800, 2500]",
                        "epochs: [20, 20]",
                        "num_samples: 12",
                        "num_samples: 2"));
    }

    /** The same in a file. */
    static void inFile(Path file, String... pairs) throws IOException {
        Files.writeString(file, in(Files.readString(file), pairs));
    }
}

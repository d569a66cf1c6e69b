package io.bellamy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of {@code bellamy record} share. */
abstract class RecordCases {

    static final String LINE =
            "{\"id\":\"%s\",\"scale_out\":%s,\"runtime\":%s,\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}\n";

    @TempDir
    Path folder;

    OwnFolder own;

    @BeforeEach
    void copy() {
        own = OwnFolder.in(folder);
    }

    Bellamy record(String... more) {
        return recordLines("", more);
    }

    Bellamy recordLines(String lines, String... more) {
        return Bellamy.runWithInput(lines, own.recording(more));
    }

    List<String> recorded() throws IOException {
        return Files.readAllLines(folder.resolve("data/own/recorded.jsonl"));
    }
}

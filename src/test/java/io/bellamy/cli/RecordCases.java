package io.bellamy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What the tests of {@code bellamy record} share. */
abstract class RecordCases extends OwnFolderCases {

    static final String LINE =
            "{\"id\":\"%s\",\"scale_out\":%s,\"runtime\":%s,\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}\n";

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

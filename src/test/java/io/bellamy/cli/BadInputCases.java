package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of wrong inputs share: a data set, and a request to it. */
abstract class BadInputCases {

    static final String HEADER = "nodes,runtime,machine,size\n";

    static final String DESCRIPTOR = """
            algorithms:
              wordcount:
                file: runs.csv
                scale_out: {column: nodes}
                runtime: {column: runtime}
                properties:
                  machine_type: {column: machine}
                  data_size_MB: {column: size, unit: GB}
            """;

    @TempDir
    Path folder;

    Path data;

    @BeforeEach
    void dataFolder() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("own"));
        Files.writeString(data.resolve("own/dataset.yml"), DESCRIPTOR);
        Files.writeString(data.resolve("own/runs.csv"), HEADER + "2,10,m1,1\n4,6,m1,1\n");
    }

    Bellamy run(String input, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        if (!all.isEmpty() && (all.get(0).equals("pretrain") || all.get(0).equals("predict"))) {
            all.addAll(List.of("--data-dir", data.toString()));
            if (!all.contains("--models-dir")) {
                all.addAll(List.of("--models-dir", folder.resolve("models").toString()));
            }
        }
        return Bellamy.runWithInput(input, all.toArray(String[]::new));
    }

    static List<String> words(String arguments) {
        return arguments == null ? new ArrayList<>() : new ArrayList<>(List.of(arguments.split(" ", -1)));
    }

    static void assertFails(int exitCode, String message, Bellamy outcome) {
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/TUTORIAL.md shows is what happens, one command after the other, with the logs that come with the program. */
class TutorialTest {

    private static final String INDENT = "    ";
    private static final String PROGRAM = "$ ./bellamy ";
    private static final String COLUMNS = "$ cut -d, -f1-3,8 data/tutorial/runs.csv";
    private static final Pattern AGE = Pattern.compile("\\((\\d+ \\w+|less than a \\w+) old,");
    private static final Pattern VERSION = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z");

    @TempDir
    private Path folder;

    /** Each with its command, and what is shown below it. */
    private static List<List<String>> examples() throws IOException {
        List<List<String>> examples = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("docs/TUTORIAL.md"))) {
            boolean begins = line.startsWith(INDENT + "$ ");
            inside = begins || (inside && (line.isEmpty() || line.startsWith(INDENT)));
            if (begins) {
                examples.add(new ArrayList<>());
            }
            if (inside) {
                examples.get(examples.size() - 1).add(line.isEmpty() ? line : line.substring(INDENT.length()));
            }
        }
        return examples;
    }

    @Test
    void whatIsShownHappens() throws IOException {
        List<List<String>> examples = examples();
        assertThat(examples).hasSize(9);
        for (List<String> example : examples) {
            String command = example.get(0);
            new ShownOutput(this::known)
                    .requireIn(command.equals(COLUMNS) ? columns() : told(command), example.subList(1, example.size()));
        }
    }

    private List<String> told(String command) {
        assertThat(command).startsWith(PROGRAM);
        List<String> words =
                new ArrayList<>(List.of(command.substring(PROGRAM.length()).split(" ")));
        words.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        if (!words.get(0).equals("import")) {
            words.addAll(List.of("--models-dir", folder.resolve("models").toString()));
        }
        Bellamy told = Bellamy.run(words.toArray(String[]::new));
        assertThat(told.exitCode()).as(told.err()).isZero();
        return told.out().lines().toList();
    }

    private List<String> columns() throws IOException {
        try (Stream<String> rows = Files.lines(folder.resolve("data/tutorial/runs.csv"))) {
            return rows.map(row -> row.split(",", -1))
                    .map(cells -> String.join(
                            ",",
                            Stream.concat(Arrays.stream(cells, 0, 3), Stream.of(cells[7]))
                                    .toList()))
                    .toList();
        }
    }

    private String known(String line) {
        String placed = line.replace(folder.toString(), "/home/me/bellamy")
                .replace(Path.of("").toAbsolutePath().toString(), "/home/me/bellamy");
        return VERSION.matcher(AGE.matcher(placed).replaceAll("(new,")).replaceAll("VERSION");
    }
}

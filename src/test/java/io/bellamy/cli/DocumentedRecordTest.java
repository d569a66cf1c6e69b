package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/RECORD.md shows is what happens, one command after the other, in the data set that it describes. */
class DocumentedRecordTest {

    private static final String INDENT = "    ";
    private static final String PROMPT = INDENT + "$ ";
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^\\s'])+");
    private static final Pattern RANDOM_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern MEASURED = Pattern.compile("(?<=ID, 8 machines, )[0-9.]+(?= s)");

    @TempDir
    private Path folder;

    /** The lines of an example, without their indentation; further commands of it begin with the prompt. */
    private static List<List<String>> examples() throws IOException {
        List<List<String>> examples = new ArrayList<>();
        List<String> example = List.of();
        for (String line : Files.readAllLines(Path.of("docs/RECORD.md"))) {
            if (line.startsWith(PROMPT + "./bellamy")) {
                example = new ArrayList<>();
                examples.add(example);
            } else if (!line.startsWith(INDENT)) {
                example = List.of();
            }
            if (!example.equals(List.of()) || line.startsWith(PROMPT + "./bellamy")) {
                example.add(line.substring(INDENT.length()));
            }
        }
        return examples;
    }

    @Test
    void whatIsShownHappens() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/mine"));
        Files.copy(Path.of("examples/recorded/dataset.yml"), data.resolve("dataset.yml"));
        Path launcher = folder.resolve("spark-submit");
        LauncherCases.script(launcher, "#!/bin/sh\necho done\n");
        List<List<String>> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
        for (List<String> example : examples) {
            int at = 0;
            StringBuilder command = new StringBuilder(example.get(at++));
            while (command.toString().endsWith("\\")) {
                command.setLength(command.length() - 1);
                command.append(example.get(at++));
            }
            StringBuilder input = new StringBuilder();
            if (command.toString().endsWith("<<'END'")) {
                command.setLength(command.length() - "<<'END'".length());
                for (; !example.get(at).equals("END"); at++) {
                    input.append(example.get(at)).append('\n');
                }
                at++;
            }
            List<String> words = WORD.matcher(command)
                    .results()
                    .map(MatchResult::group)
                    .map(word -> word.replace("'", ""))
                    .map(word -> word.equals("spark-submit") ? launcher.toString() : word)
                    .skip(2)
                    .collect(Collectors.toCollection(ArrayList::new));
            words.addAll(1, List.of("--data-dir", folder.resolve("data").toString()));
            Bellamy told = Bellamy.runWithInput(input.toString(), words.toArray(String[]::new));
            List<String> shown = example.subList(at, example.size());
            int code = shown.indexOf("$ echo $?");
            assertThat(told.exitCode())
                    .as(told.err())
                    .isEqualTo(code < 0 ? ExitCode.DONE : Integer.parseInt(shown.get(code + 1)));
            new ShownOutput(line -> known(line).replace(folder.toString(), "/home/me/bellamy"))
                    .requireIn((told.out() + told.err()).lines().toList(), code < 0 ? shown : shown.subList(0, code));
        }
        assertThat(Files.readAllLines(data.resolve("recorded.jsonl"))).hasSize(3);
    }

    private static String known(String line) {
        return MEASURED.matcher(RANDOM_ID.matcher(line).replaceAll("ID")).replaceAll("TIME");
    }
}

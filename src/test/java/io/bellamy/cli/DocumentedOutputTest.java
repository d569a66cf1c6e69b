package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What documents show below {@code $ ./bellamy ...} is what the program prints: with the model of
 * {@code pretrain -tt c3o -a grep}, which is kept for this. Lines of {@code ...} stand for any others.
 */
class DocumentedOutputTest {

    private static final Path MODELS = Path.of("src/test/resources/stored/documents");
    private static final String INDENT = "    ";
    private static final String PROMPT = INDENT + "$ ";
    private static final String ASKS_FOR_CODE = "$ echo $?";
    private static final String FAILURE = "bellamy: ";
    private static final Pattern COMMAND =
            Pattern.compile("\\./bellamy ([^|>]*?)(?: \\| jq -c \\.(\\w+))?(?: >/dev/null)?");
    private static final Pattern AGE = Pattern.compile("\\((\\d+ \\w+|less than a \\w+) old,");

    @TempDir
    private Path folder;

    static List<Arguments> examples() throws IOException {
        List<Arguments> examples = new ArrayList<>();
        for (String document :
                List.of("README.md", "docs/REQUESTS.md", "docs/CHECK.md", "docs/LAUNCHERS.md", "docs/MEMORY.md")) {
            List<String> lines = Files.readAllLines(Path.of(document));
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith(PROMPT + "./bellamy")) {
                    List<String> shown = lines.subList(i + 1, lines.size()).stream()
                            .takeWhile(line -> line.isEmpty() || line.startsWith(INDENT))
                            .takeWhile(line -> !line.startsWith(PROMPT + "./"))
                            .map(line -> line.isEmpty() ? line : line.substring(INDENT.length()))
                            .toList();
                    examples.add(Arguments.of(document, lines.get(i).substring(PROMPT.length()), shown));
                }
            }
        }
        return examples;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void printsWhatIsShown(String document, String command, List<String> shown) throws IOException {
        Matcher parts = COMMAND.matcher(command);
        assertThat(parts.matches()).as(command).isTrue();
        String picture = folder.resolve("answer.svg").toString();
        Bellamy told = Bellamy.run(Stream.concat(
                        Stream.of(parts.group(1).strip().split(" "))
                                .map(word -> word.equals("answer.svg") ? picture : word),
                        Stream.of("--models-dir", MODELS.toString()))
                .toArray(String[]::new));
        String out = parts.group(2) == null
                ? told.out()
                : new ObjectMapper().readTree(told.out()).get(parts.group(2)).toString();
        if (command.endsWith(">/dev/null")) {
            assertThat(told.exitCode()).as(told.err()).isZero();
            assertThat(Path.of(picture)).exists();
            return;
        }
        int asksForCode = shown.indexOf(ASKS_FOR_CODE);
        int exitCode = asksForCode < 0 ? ExitCode.DONE : Integer.parseInt(shown.get(asksForCode + 1));
        assertThat(told.exitCode()).as(told.err()).isEqualTo(exitCode);
        // on a terminal what fails is told below what is answered; where it only repeats the answer it is not shown
        boolean showsFailures = shown.stream().anyMatch(line -> line.startsWith(FAILURE));
        new ShownOutput(DocumentedOutputTest::ageless)
                .requireIn(
                        Stream.concat(
                                        out.lines(),
                                        told.err().lines().filter(line -> showsFailures && line.startsWith(FAILURE)))
                                .toList(),
                        asksForCode < 0 ? shown : shown.subList(0, asksForCode));
    }

    private static String ageless(String line) {
        return AGE.matcher(line).replaceAll("(new,");
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal shows beyond plain text, and who does not get it. */
class TerminalTest {

    @TempDir
    private Path folder;

    @Test
    void aTerminalGetsACurveAndColourUnlessItIsNotWanted() throws Exception {
        String coloured = predict(true, Map.of("TERM", "xterm"));
        assertThat(coloured.lines().filter(line -> line.contains("\u001b")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("\u001b[1;32m")
                        .endsWith("fastest\u001b[0m")
                        .contains("o"));
        for (Map<String, String> plain : List.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), Map.of("TERM", "dumb"))) {
            String text = predict(true, plain);
            assertThat(text).isEqualTo(coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
            List<String> curve =
                    text.lines().filter(line -> line.matches(" +\\d+ .*")).toList();
            // from slow to fast the mark goes to the left
            assertThat(curve).hasSize(7).allMatch(row -> row.matches(".* -*o-* *(fastest)?"));
            assertThat(curve.stream().map(row -> row.indexOf('o'))).isSortedAccordingTo((one, other) -> other - one);
        }
        assertThat(predict(false, Map.of("TERM", "xterm"))).doesNotContain("\u001b", "--");
    }

    private String predict(boolean terminal, Map<String, String> environment) throws IOException, InterruptedException {
        OwnFolder own = folder.resolve("config.yml").toFile().exists()
                ? new OwnFolder(folder)
                : OwnFolder.in(folder).withModels();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dbellamy.terminal.out=" + terminal,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(
                own.arguments("predict", "-a", "wordcount", "-r", OwnFolder.STORED.resolve("request.yml") + "")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        // how old the model is changes from one run to the next
        return text.replaceAll("\\(\\d+ \\w+ old", "(old");
    }
}

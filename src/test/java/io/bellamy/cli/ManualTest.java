package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manual pages and completions of an installation, as man and the shells read them. */
class ManualTest {

    @TempDir
    private Path share;

    @BeforeEach
    void write() throws IOException {
        Manual.main(new String[] {share.toString()});
    }

    @Test
    void thereIsAPageForEachCommand() throws IOException {
        try (Stream<Path> pages = Files.list(share.resolve("man/man1"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .contains("bellamy.1", "bellamy-predict.1", "bellamy-models-list.1", "bellamy-import-spark.1")
                    .hasSize(21);
        }
        assertThat(page("bellamy-models-list"))
                .contains(
                        ".SH NAME\nbellamy\\-models\\-list \\- Lists the stored versions",
                        "\\fB\\-a\\fR, \\fB\\-\\-algorithm\\fR \\fINAME\\fR\nthe algorithm")
                .endsWith(".SH SEE ALSO\n\\fBbellamy\\-models\\fR(1),\n\\fBbellamy\\fR(1)\n");
        assertThat(page("bellamy")).contains(".SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\n");
        assertThat(page("bellamy-predict")).doesNotContain("${").doesNotContain("@|");
    }

    @Test
    void manReadsEveryPageWithoutAWarning() throws Exception {
        assumeTrue(isThere("groff"), "there is no groff");
        try (Stream<Path> pages = Files.list(share.resolve("man/man1"))) {
            for (Path page : pages.toList()) {
                assertThat(told("groff", "-man", "-ww", "-z", "-Tutf8", page.toString()))
                        .as(page.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"bash, bellamy.bash", "zsh, _bellamy", "fish, bellamy.fish"})
    void shellsReadTheirCompletion(String shell, String file) throws Exception {
        assumeTrue(isThere(shell), "there is no " + shell);
        assertThat(told(shell, "-n", share.resolve("completions").resolve(file).toString()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bellamy mod| models",
                "bellamy models ro| rollback",
                "bellamy predict --obj| --objective",
                "bellamy predict --objective k| knee",
                "bellamy import spark --dry| --dry-run"
            })
    void fishCompletes(String typed, String word) throws Exception {
        assumeTrue(isThere("fish"), "there is no fish");
        String script = "source " + share.resolve("completions/bellamy.fish") + "; complete -C '" + typed + "'";
        assertThat(told("fish", "--no-config", "-c", script).lines().map(line -> line.replaceAll("\t.*", "")))
                .containsExactly(word);
    }

    private String page(String name) throws IOException {
        return Files.readString(share.resolve("man/man1").resolve(name + ".1"));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String told(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }
}

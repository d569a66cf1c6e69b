package io.bellamy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No figure and no option in a document is another than the results and the program have. */
class DocumentsTest {

    private static final Map<String, Supplier<String>> TABLES = Documents.tables(Documents.RESULTS);
    private static final Pattern FIGURE = Pattern.compile("\\d?\\.\\d");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static List<Path> documents() {
        return Documents.ALL;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void tablesAreThoseThatAreMadeNow(Path document) throws IOException {
        String text = Files.readString(document);
        assertThat(text)
                .as("run src/bench/documents.sh, which fills in the tables of " + document)
                .isEqualTo(MarkedText.filled(text, TABLES));
    }

    @ParameterizedTest
    @CsvSource({
        "docs/EVALUATION.md, 'bellamy, seed 0 | .', 'bellamy, seed 0 | .9'",
        "docs/EVALUATION.md, 'bellamy, in 90 %', 'bellamy, in 95 %'",
        "docs/BENCHMARKS.md, '`--help` | ', '`--help` | 1'",
        "docs/CLI.md, --tree-splits, --tree-split",
        "README.md, '**bellamy** | .', '**bellamy** | .0'"
    })
    void whatIsEditedByHandIsNoticed(Path document, String made, String edited) throws IOException {
        String text = Files.readString(document);
        int place = text.indexOf(made);
        assertThat(place).isPositive();
        String changed = text.substring(0, place) + edited + text.substring(place + made.length());
        assertThat(MarkedText.filled(changed, TABLES)).isEqualTo(text);
    }

    /** Else a figure could grow old unseen. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/EVALUATION.md", "docs/BENCHMARKS.md", "docs/MEMORY.md"})
    void everyTableOfFiguresIsMade(Path document) throws IOException {
        assertThat(MarkedText.unmarked(Files.readString(document)))
                .filteredOn(line -> line.startsWith("|") && FIGURE.matcher(line).find())
                .isEmpty();
    }

    /** So no command, result or note is left out. */
    @Test
    void everyTableStandsSomewhere() throws IOException {
        Set<String> shown = new LinkedHashSet<>();
        for (Path document : Documents.ALL) {
            Pattern.compile("<!-- table: (\\S+) -->")
                    .matcher(Files.readString(document))
                    .results()
                    .forEach(mark -> shown.add(mark.group(1)));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(TABLES.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- table: a -->\n1\n",
                "1\n<!-- end -->\n",
                "<!-- table: a -->\n<!-- table: a -->\n<!-- end -->\n",
                "<!-- table: b -->\n<!-- end -->\n"
            })
    void marksThatDoNotFitAreRefused(String text) {
        assertThatThrownBy(() -> MarkedText.filled(text, Map.of("a", () -> "1")))
                .isInstanceOf(IllegalStateException.class);
    }

    /** What the launcher and the program read of the environment, the command line's page tells. */
    @Test
    void variablesOfTheEnvironmentAreTold() throws IOException {
        StringBuilder program = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                program.append(Files.readString(file));
            }
        }
        List<String> read = Stream.concat(
                        names(Pattern.compile("\\$\\{?([A-Z_]{4,})"), Files.readString(Path.of("bellamy"))),
                        names(Pattern.compile("getenv\\(\"([A-Z_]+)\"\\)"), program.toString()))
                .filter(name -> !List.of("HOME", "LC_ALL").contains(name))
                .toList();
        assertThat(read).contains("JAVA_HOME", "BELLAMY_JAVA_OPTS", "NO_COLOR");
        assertThat(Files.readString(Path.of("docs/CLI.md"))).contains(read);
    }

    private static Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(name -> name.group(1)).distinct();
    }

    @Test
    void everyEvaluationHasACommand() throws IOException {
        assertThat(Files.readString(Path.of("src/bench/evaluate.sh")))
                .contains("names: " + String.join(" ", EvaluationResults.NAMES) + " (all without any)");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        try (Stream<Path> pages = Stream.of(Path.of(""), Path.of("docs"), Path.of("data"), Path.of("models"))
                .flatMap(DocumentsTest::pages)) {
            for (Path page : pages.toList()) {
                assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
                        .as("links of " + page)
                        .filteredOn(link -> !link.startsWith("http"))
                        .allSatisfy(link -> assertLeadsSomewhere(page, link));
            }
        }
    }

    private static Stream<Path> pages(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void assertLeadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path there = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        assertThat(there).exists();
        if (parts.length > 1) {
            assertThat(Pattern.compile("(?m)^#+ (.*)$")
                            .matcher(Files.readString(there))
                            .results()
                            .map(DocumentsTest::anchor))
                    .contains(parts[1]);
        }
    }

    /** What a heading is called in links. */
    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }
}

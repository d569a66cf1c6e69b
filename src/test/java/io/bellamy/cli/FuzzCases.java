package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import picocli.CommandLine;

/** What tests of damaged and hostile inputs share. */
abstract class FuzzCases {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Far beyond what an input takes; only one that hangs needs it. */
    static final Duration HANGS = Duration.ofMinutes(2);

    /** Characters that a terminal could obey. */
    static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029&&[^\\n]]");

    /** Of inputs that are answered, and of those that are refused, in percent. */
    static final double LEAST_SHARE = 3;

    final Schemas.Contract schema = Schemas.prediction();

    final CommandLine command = BellamyCommand.commandLine();

    Path folder = Path.of("");

    OwnFolder own = new OwnFolder(folder);

    Path request = Path.of("");

    List<String> more = List.of();

    @BeforeProperty
    void copy() throws IOException {
        folder = Files.createTempDirectory("fuzz");
        own = OwnFolder.in(folder).withModels();
        request = Files.copy(OwnFolder.STORED.resolve("request.yml"), folder.resolve("request.yml"));
        more = List.of();
    }

    @AfterProperty
    void remove() throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(entry);
            }
        }
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Edit.some();
    }

    /** What else is done once a file has been edited. */
    @FunctionalInterface
    interface Afterwards {
        void accept(byte[] before) throws IOException;
    }

    void answersOrTells(List<Edit> edits, Path file, String algorithm, String... places) throws IOException {
        answersOrTells(edits, file, algorithm, before -> {}, places);
    }

    void answersOrTells(List<Edit> edits, Path file, String algorithm, Afterwards afterwards, String... places)
            throws IOException {
        byte[] before = Files.readAllBytes(file);
        try {
            Files.write(file, Edit.apply(edits, before));
            afterwards.accept(before);
            String form = edits.get(0).place() % 2 == 0 ? "json" : "text";
            check(assertTimeoutPreemptively(HANGS, () -> predict(algorithm, form)), form, places);
        } finally {
            Files.write(file, before);
        }
    }

    Bellamy predict(String algorithm, String form) {
        String[] fixed = own.arguments("predict", "-a", algorithm, "-o", form, "-r", request.toString());
        return Bellamy.runAgain(command, "", OwnFolder.with(fixed, more.toArray(String[]::new)));
    }

    void check(Bellamy outcome, String form, String... places) throws IOException {
        String told = outcome.err();
        // a fuzz test that only ever sees one of both tells nothing
        Statistics.collect(isAnswer(outcome));
        Statistics.coverage(outcomes -> {
            outcomes.check(true).percentage(share -> share > LEAST_SHARE);
            outcomes.check(false).percentage(share -> share > LEAST_SHARE);
        });
        assertThat(told)
                .doesNotContain("internal failure", "Exception", "\tat ")
                .doesNotContainPattern(CONTROL);
        boolean many = outcome.out().startsWith("{\"source\"") || outcome.out().startsWith("== ");
        if (many) {
            // an edit has made several requests of one
            assertThat(outcome.exitCode()).as(told).isIn(0, 1, 2, 3, 6);
            for (String line : form.equals("json") ? outcome.out().lines().toList() : List.<String>of()) {
                assertThat(schema.validate(JSON.readTree(line))).isEmpty();
            }
        } else if (isAnswer(outcome) && form.equals("text")) {
            assertThat(outcome.out()).contains("runtime [s]").doesNotContainPattern(CONTROL);
        } else if (isAnswer(outcome)) {
            JsonNode answer = JSON.readTree(outcome.out());
            assertThat(schema.validate(answer)).isEmpty();
            assertThat(answer.get("recommendation").get("meets_limit").asBoolean())
                    .isEqualTo(outcome.exitCode() == 0);
        } else {
            assertThat(outcome.exitCode()).as(told).isIn(1, 2, 3);
            assertThat(outcome.out()).isEmpty();
            assertThat(told.lines().filter(line -> line.startsWith("bellamy: ")))
                    .isNotEmpty();
            assertThat(Stream.of(places).anyMatch(told::contains)).as(told).isTrue();
        }
    }

    /** Whether a limit is met or not. */
    static boolean isAnswer(Bellamy outcome) {
        return outcome.exitCode() == 0 || outcome.exitCode() == 6;
    }
}

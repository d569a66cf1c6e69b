package io.bellamy.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.codec.digest.DigestUtils;
import picocli.CommandLine;

/**
 * Inputs that were damaged at random, or to do harm: predict, on the real command line, gives a whole answer or says what is
 * wrong, and where. How many inputs there are is up to {@code fuzz.tries} in pom.xml.
 */
class FuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Far beyond what an input takes; only one that hangs needs it. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    /** Characters that a terminal could obey. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029&&[^\\n]]");

    /** Of inputs that are answered, and of those that are refused, in percent. */
    private static final double LEAST_SHARE = 3;

    private static final List<String> MODEL_FILES = List.of(
            "latest",
            "VERSION/manifest.json",
            "VERSION/manifest.sha256",
            "VERSION/pipeline.json",
            "VERSION/MODEL",
            "VERSION/held_out.json");

    private static final String WISHES = """
            min_scale_out: 2
            max_scale_out: 8
            machine_types:
              small: {}
              large: {min_scale_out: 3, max_scale_out: 5, optional_properties_per_node: {slots: 4}}
            essential_properties: {data_size_MB: 4000}
            objective: cheapest
            max_runtime: 120
            confidence: 0.9
            interval: 0.8
            prices: {currency: EUR, minimum_seconds: 60, per_hour: {small: 0.1, large: 0.2}}
            """;

    private final Schemas.Contract schema = Schemas.prediction();
    private final CommandLine command = BellamyCommand.commandLine();
    private Path folder = Path.of("");
    private OwnFolder own = new OwnFolder(folder);
    private Path request = Path.of("");
    private List<String> more = List.of();

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

    @Property(seed = "1")
    void configuration(@ForAll("edits") List<Edit> edits) throws IOException {
        // what it says of the columns can make good data bad
        answersOrTells(
                edits,
                folder.resolve("config.yml"),
                "wordcount",
                "config.yml",
                "runs.csv",
                "request.yml",
                "there is no such data set",
                "there is no model of own wordcount");
    }

    @Property(seed = "2")
    void request(@ForAll("edits") List<Edit> edits) throws IOException {
        answersOrTells(edits, folder.resolve("request.yml"), "wordcount", "request.yml", "essential_properties: ");
    }

    @Property(seed = "3")
    void description(@ForAll("edits") List<Edit> edits) throws IOException {
        answersOrTells(
                edits,
                folder.resolve("data/own/dataset.yml"),
                "wordcount",
                "dataset.yml",
                "data/own/",
                "data set 'own' has no algorithm 'wordcount'",
                "essential_properties: ");
    }

    @Property(seed = "4")
    void runs(@ForAll("edits") List<Edit> edits) throws IOException {
        answersOrTells(edits, folder.resolve("data/own/runs.csv"), "wordcount", "runs.csv", "essential_properties: ");
    }

    @Property(seed = "5")
    void ensemble(@ForAll("edits") List<Edit> edits, @ForAll("modelFiles") String file, @ForAll boolean digestsTell)
            throws IOException {
        model(edits, "wordcount", file.replace("MODEL", "ensemble.json"), digestsTell);
    }

    @Property(seed = "6")
    void autoEncoder(@ForAll("edits") List<Edit> edits, @ForAll("modelFiles") String file, @ForAll boolean digestsTell)
            throws IOException {
        model(edits, "sort", file.replace("MODEL", "weights.json"), digestsTell);
    }

    @Property(seed = "8")
    void preferences(@ForAll("edits") List<Edit> edits) throws IOException {
        request = Files.writeString(folder.resolve("preferences.yml"), WISHES);
        answersOrTells(
                edits,
                request,
                "wordcount",
                "preferences.yml",
                "essential_properties: ",
                "prices: there is none",
                "max_runtime",
                "nothing is within");
    }

    @Property(seed = "9")
    void prices(@ForAll("edits") List<Edit> edits) throws IOException {
        Path prices = Files.copy(Path.of("examples/prices.yml"), folder.resolve("prices.yml"), REPLACE_EXISTING);
        more = List.of("--prices", prices.toString());
        answersOrTells(edits, prices, "wordcount", "prices.yml");
    }

    @Property(seed = "7", tries = 150, edgeCases = EdgeCasesMode.NONE)
    void everyRangeOfScaleOutsIsAnsweredOrRefused(@ForAll("scaleOuts") long least, @ForAll("scaleOuts") long most)
            throws IOException {
        String asked = "min_scale_out: " + least + "\nmax_scale_out: " + most + "\n"
                + "essential_properties: {machine_type: small, data_size_MB: 4000}\n";
        Files.writeString(request, asked);
        Bellamy outcome = assertTimeoutPreemptively(HANGS, () -> predict("wordcount", "json"));
        boolean sound = least >= 1 && least <= most && most <= 1_000_000 && most - least < 10_000;
        Statistics.coverage(ranges -> ranges.check(true).percentage(share -> share > LEAST_SHARE));
        Statistics.collect(sound);
        assertThat(outcome.exitCode()).as(asked).isEqualTo(sound ? 0 : 2);
        if (sound) {
            JsonNode points = JSON.readTree(outcome.out()).get("predictions");
            assertThat(points).hasSize((int) (most - least + 1));
            points.forEach(point -> assertThat(point.get("runtime_seconds").asDouble())
                    .isPositive()
                    .isFinite());
        } else {
            assertThat(outcome.err()).contains(request + ":", "_scale_out: '", "' must be ");
        }
    }

    @Provide
    Arbitrary<Long> scaleOuts() {
        // two of the usual ones are a sound range in every second case
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.longs()),
                Tuple.of(3, Arbitraries.longs().between(-10, 200)),
                // of two of these no range is both sound and wide, since thousands of scale-outs take seconds
                Tuple.of(
                        2,
                        Arbitraries.of(
                                0L, 1L, 20_000L, 999_990L, 1_000_000L, 1_000_001L, 1_000_000_000L, 4_294_967_297L)));
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Edit.some();
    }

    @Provide
    Arbitrary<String> modelFiles() {
        return Arbitraries.of(MODEL_FILES);
    }

    private void model(List<Edit> edits, String algorithm, String file, boolean digestsTell) throws IOException {
        Path home = own.models().resolve("own").resolve(algorithm);
        String version = Files.readString(home.resolve("latest")).strip();
        Path manifest = home.resolve(version).resolve("manifest.json");
        Path digest = manifest.resolveSibling("manifest.sha256");
        Path edited = home.resolve(file.replace("VERSION", version));
        byte[] manifestBefore = Files.readAllBytes(manifest);
        byte[] digestBefore = Files.readAllBytes(digest);
        try {
            answersOrTells(
                    edits,
                    edited,
                    algorithm,
                    before -> {
                        if (!digestsTell && !edited.equals(digest)) {
                            String after = DigestUtils.sha256Hex(Files.readAllBytes(edited));
                            if (!edited.equals(manifest)) {
                                Files.writeString(
                                        manifest,
                                        Files.readString(manifest).replace(DigestUtils.sha256Hex(before), after));
                            }
                            Files.writeString(
                                    digest, DigestUtils.sha256Hex(Files.readAllBytes(manifest)) + "  manifest.json\n");
                        }
                    },
                    home.toString(),
                    "model version ");
        } finally {
            Files.write(manifest, manifestBefore);
            Files.write(digest, digestBefore);
        }
    }

    /** What else is done once a file has been edited. */
    @FunctionalInterface
    private interface Afterwards {
        void accept(byte[] before) throws IOException;
    }

    private void answersOrTells(List<Edit> edits, Path file, String algorithm, String... places) throws IOException {
        answersOrTells(edits, file, algorithm, before -> {}, places);
    }

    private void answersOrTells(List<Edit> edits, Path file, String algorithm, Afterwards afterwards, String... places)
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

    private Bellamy predict(String algorithm, String form) {
        String[] fixed = own.arguments("predict", "-a", algorithm, "-o", form, "-r", request.toString());
        return Bellamy.runAgain(command, "", OwnFolder.with(fixed, more.toArray(String[]::new)));
    }

    private void check(Bellamy outcome, String form, String... places) throws IOException {
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
    private static boolean isAnswer(Bellamy outcome) {
        return outcome.exitCode() == 0 || outcome.exitCode() == 6;
    }
}

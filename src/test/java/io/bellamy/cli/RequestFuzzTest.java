package io.bellamy.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever is asked is answered whole, or it is told what is wrong and where. */
class RequestFuzzTest extends FuzzCases {

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

    /** A value that no run has is told by its property. */
    private static final String PROPERTY = "essential_properties.";

    @Property(seed = "2")
    void request(@ForAll("edits") List<Edit> edits) throws IOException {
        answersOrTells(
                edits, folder.resolve("request.yml"), "wordcount", "request.yml", "essential_properties: ", PROPERTY);
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
                PROPERTY,
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
}

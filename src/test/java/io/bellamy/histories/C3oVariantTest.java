package io.bellamy.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.data.DatasetCatalog;
import io.bellamy.histories.Evaluated.Right;
import io.bellamy.problem.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Variants of C3O are what they say they are. */
class C3oVariantTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(C3oVariant.class)
    void theProgramReadsTheVariantThatTheSeedMakes(C3oVariant variant) throws IOException {
        variant.write(folder.resolve("first"), 1);
        variant.write(folder.resolve("again"), 1);
        variant.write(folder.resolve("other"), 2);
        DatasetCatalog catalog = new DatasetCatalog(
                folder.resolve("first"),
                DatasetCatalog.FORMATS,
                (name, value) -> Optional.empty(),
                Limits.DEFAULTS,
                Clock.systemUTC());
        Set<String> algorithms = catalog.algorithms(variant.toString());
        assertThat(algorithms).isNotEmpty();
        boolean differs = false;
        for (String algorithm : algorithms) {
            Rows rows = rows("first", variant, algorithm);
            assertThat(catalog.load(variant.toString(), algorithm).runs())
                    .hasSameSizeAs(rows.rows())
                    .isNotEmpty();
            assertThat(rows).isEqualTo(rows("again", variant, algorithm));
            differs |= !rows.equals(rows("other", variant, algorithm));
        }
        assertThat(differs).isTrue();
    }

    private Rows rows(String name, C3oVariant variant, String algorithm) throws IOException {
        return Rows.read(folder.resolve(name).resolve(variant.toString()).resolve(algorithm + ".csv"));
    }

    private Rows made(C3oVariant variant, String algorithm) throws IOException {
        variant.write(folder.resolve("made"), 7);
        return rows("made", variant, algorithm);
    }

    @Test
    void halfOfTheRunsHaveHalfOfTheMachine() throws IOException {
        List<Map<String, String>> rows = made(C3oVariant.SLOTS, "sgd").rows();
        List<Map<String, String>> originals = C3oRuns.read("sgd").rows();
        int halved = 0;
        for (int i = 0; i < rows.size(); i++) {
            double part = number(rows.get(i), "slots") / number(originals.get(i), "slots");
            assertThat(number(rows.get(i), "memory") / number(originals.get(i), "memory"))
                    .isEqualTo(part);
            assertThat(number(rows.get(i), "gross_runtime"))
                    .isCloseTo(number(originals.get(i), "gross_runtime") * (part == 1 ? 1 : 1.7), within(0.01));
            halved += part == 0.5 ? 1 : 0;
        }
        assertThat(halved).isEqualTo(450);
    }

    @Test
    void theTypeThatIsToBeUnseenHasOneContext() throws IOException {
        Rows rows = made(C3oVariant.UNSEEN, "grep-m42xlarge");
        assertThat(C3oRuns.byContext(rows).keySet())
                .extracting(context -> context.get("machine_type"))
                .containsExactlyInAnyOrder("c4.2xlarge", "m4.2xlarge", "r4.2xlarge");
        assertThat(rows("made", C3oVariant.UNSEEN, "grep-c42xlarge").rows())
                .as("that type has one anyway")
                .hasSize(810);
    }

    @Test
    void eachConfigurationRanOnceAndItsOtherRunsAreHeldOut() throws IOException {
        List<Map<String, String>> known = made(C3oVariant.SINGLE, "grep").rows();
        assertThat(known).hasSize(27 * 6);
        assertThat(known.stream().map(row -> Map.of(C3oRuns.context(row), row.get("instance_count"))))
                .doesNotHaveDuplicates();
        List<Measurement> held = Measurement.read(folder.resolve("made/measured.csv"));
        assertThat(held).hasSize((27 + 30) * 24).allMatch(run -> run.known() == 6);
        assertThat(held.stream()
                        .filter(run -> run.request() == 0)
                        .mapToDouble(Measurement::seconds)
                        .sum())
                .as("with what is known all that ran in the first context")
                .isCloseTo(seconds(firstContext()) - seconds(known.subList(0, 6)), within(0.001));
        assertThat(Files.readAllLines(folder.resolve("made/requests.jsonl")))
                .hasSize(27 + 30)
                .first()
                .isEqualTo("{\"training_target\":\"single\",\"algorithm\":\"grep\",\"min_scale_out\":2,"
                        + "\"max_scale_out\":12,\"essential_properties\":{\"machine_type\":\"c4.2xlarge\","
                        + "\"environment\":\"public cloud aws emr\",\"data_size_MB\":\"15150\","
                        + "\"job_args\":\"computer\",\"data_characteristics\":\"100.0 150000000.0 0.5\"},"
                        + "\"optional_properties_per_node\":{\"slots\":8.0,\"memory\":15000.0}}");
    }

    @Test
    void threeOfTenRunsTakeThreeTimesAsLongAndCanBeToldByTheirRuntimes() throws IOException {
        List<Map<String, String>> rows = made(C3oVariant.OUTLIERS, "grep").rows();
        assertThat(rows.stream().filter(row -> Math.round(number(row, "gross_runtime") / number(row, "clean")) == 3))
                .hasSize(243);
        assertThat(rows).extracting(row -> number(row, "gross_runtime")).doesNotHaveDuplicates();
        Right clean = VariantRun.clean(folder.resolve("made/outliers"));
        List<Map<String, String>> originals = C3oRuns.read("grep").rows();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(clean.seconds("grep", number(rows.get(i), "gross_runtime")))
                    .isEqualTo(number(originals.get(i), "gross_runtime"));
        }
    }

    @Test
    void eachNightIsSlowerAndTheLastSixAreHeldOut() throws IOException {
        List<Map<String, String>> known = made(C3oVariant.DRIFT, "grep").rows();
        assertThat(known).hasSize(27 * 24);
        List<Map<String, String>> first = known.subList(0, 24);
        assertThat(first.get(0)).containsEntry("night", "2026-01-01");
        assertThat(first.get(23)).containsEntry("night", "2026-01-24");
        List<Measurement> held =
                Measurement.read(folder.resolve("made/measured.csv")).subList(0, 6);
        List<Double> clean = new ArrayList<>();
        for (int night = 0; night < 30; night++) {
            double seconds = night < 24
                    ? number(first.get(night), "gross_runtime")
                    : held.get(night - 24).seconds();
            clean.add((double) Math.round(seconds / Math.pow(1.02, night)));
        }
        assertThat(clean)
                .containsExactlyInAnyOrderElementsOf(firstContext().stream()
                        .map(row -> number(row, "gross_runtime"))
                        .toList());
    }

    private static List<Map<String, String>> firstContext() throws IOException {
        return C3oRuns.byContext(C3oRuns.read("grep")).values().iterator().next();
    }

    @Test
    void oneOrTwoContextsAreLeft() throws IOException {
        assertThat(C3oRuns.byContext(made(C3oVariant.ONE_CONTEXT, "sort-1"))).hasSize(1);
        assertThat(C3oRuns.byContext(made(C3oVariant.TWO_CONTEXTS, "sort-0"))).hasSize(2);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double seconds(List<Map<String, String>> rows) {
        return rows.stream().mapToDouble(row -> number(row, "gross_runtime")).sum();
    }
}

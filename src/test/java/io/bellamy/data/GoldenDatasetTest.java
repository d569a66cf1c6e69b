package io.bellamy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.ScaleOutFeature;
import io.bellamy.golden.Golden;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Run;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The data sets as described against the original's preparation of them. */
class GoldenDatasetTest {

    private static final List<String> CONTEXT =
            List.of("machine_type", "job_args", "data_size_MB", "data_characteristics", "environment");

    static Stream<String> prepared() {
        return Golden.read("prepared.json").properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.contains("/"));
    }

    @ParameterizedTest
    @MethodSource("prepared")
    void isWhatTheOriginalPrepares(String name) {
        JsonNode golden = Golden.read("prepared.json").get(name);
        List<Run> runs = runs(name);

        assertThat(runs).hasSize(golden.get("rows").asInt());
        assertThat(runs.stream().mapToDouble(Run::runtime).sum())
                .isCloseTo(golden.get("sum_gross_runtime").asDouble(), within(1e-6));
        assertRows(runs.subList(0, 3), golden.get("first3"));
        assertRows(runs.subList(runs.size() - 3, runs.size()), golden.get("last3"));

        Map<Object, Long> groups = runs.stream()
                .collect(Collectors.groupingBy(run -> List.of(context(run), run.scaleOut()), Collectors.counting()));
        assertThat(groups).hasSize(golden.get("groups").asInt());
        assertThat(groups.values().stream().mapToLong(Long::longValue).min().orElseThrow())
                .isEqualTo(golden.get("min_group").asLong());
        assertThat(groups.values().stream().mapToLong(Long::longValue).max().orElseThrow())
                .isEqualTo(golden.get("max_group").asLong());
        assertThat(runs.stream().map(GoldenDatasetTest::context).distinct())
                .hasSize(golden.get("contexts").asInt());
    }

    @ParameterizedTest
    @MethodSource("prepared")
    void isScaledAsTheOriginalScalesIt(String name) {
        JsonNode golden = Golden.read("prepared.json").get(name).get("minmax");
        List<Run> runs = runs(name);
        FittedPipeline fitted = GoldenData.PIPELINE.fit(runs);
        for (int i = 0; i < golden.get("columns").size(); i++) {
            ScaleOutFeature feature = ScaleOutFeature.valueOf(
                    golden.get("columns").get(i).asText().toUpperCase(Locale.ROOT));
            assertThat(fitted.scalers().get(feature).min())
                    .isEqualTo(golden.get("data_min").get(i).asDouble());
            assertThat(fitted.scalers().get(feature).max())
                    .isEqualTo(golden.get("data_max").get(i).asDouble());
        }
    }

    private static List<Run> runs(String name) {
        int slash = name.indexOf('/');
        return GoldenData.load(name.substring(0, slash), name.substring(slash + 1))
                .runs();
    }

    private static void assertRows(List<Run> runs, JsonNode golden) {
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            JsonNode row = golden.get(i);
            assertThat(run.scaleOut()).isEqualTo(row.get("instance_count").asInt());
            assertThat(run.runtime()).isEqualTo(row.get("gross_runtime").asDouble());
            for (String text : List.of("machine_type", "job_type", "environment", "job_args", "data_characteristics")) {
                assertThat(run.essential(text)).isEqualTo(row.get(text).asText());
            }
            for (String number : List.of("data_size_MB", "slots", "memory")) {
                assertThat(PropertyKind.NUMBERS.same(
                                run.essential(number), row.get(number).asText()))
                        .as("%s: %s and %s", number, run.essential(number), row.get(number))
                        .isTrue();
            }
            for (ScaleOutFeature feature :
                    List.of(ScaleOutFeature.INSTANCE_COUNT_DIV, ScaleOutFeature.INSTANCE_COUNT_LOG)) {
                assertThat(feature.of(run.scaleOut()))
                        .isEqualTo(row.get(feature.column()).asDouble());
            }
        }
    }

    private static List<String> context(Run run) {
        Function<String, String> value = run::essential;
        return CONTEXT.stream().map(value).toList();
    }
}

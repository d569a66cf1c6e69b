package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of memory, and what is not recommended for want of it, through the real command line. */
class MemoryFitsTest extends MemoryCases {

    private static final String ALL_TYPES = """
            {min_scale_out: 2, max_scale_out: 8, essential_properties: {data_size_MB: 16000},
             machine_types: {small: {}, medium: {}, large: {}},
             prices: {per_hour: {small: 0.1, medium: 0.3, large: 0.8}}}
            """;

    @Test
    void theCheapestThatFitsIsRecommendedAndTheCheaperOneThatDiesIsNamed() throws IOException {
        Bellamy outcome = jobs.ask("predict", ALL_TYPES, "--objective", "cheapest", "-o", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode answer = json(outcome);
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        JsonNode choice = answer.get("recommendation");
        assertThat(choice.at("/memory/enough").asBoolean()).isTrue();
        assertThat(choice.at("/memory/dying_probability").asDouble()).isLessThanOrEqualTo(0.05);
        assertThat(choice.at("/memory/spilling_probability").asDouble()).isLessThanOrEqualTo(0.5);
        assertThat(choice.get("enough_memory_MB").asDouble()).isLessThanOrEqualTo(17_180);
        JsonNode cheaper = choice.get("too_small");
        assertThat(cheaper.get("machine_type").asText()).isEqualTo("small");
        assertThat(cheaper.get("cost").asDouble()).isLessThan(choice.get("cost").asDouble());
        boolean behind = false;
        double cost = 0;
        for (JsonNode candidate : answer.get("ranking")) {
            boolean enough = candidate.at("/memory/enough").asBoolean();
            assertThat(enough && behind).as("those that fit come first").isFalse();
            behind |= !enough;
            if (enough) {
                assertThat(candidate.get("cost").asDouble()).isGreaterThanOrEqualTo(cost);
                cost = candidate.get("cost").asDouble();
            }
        }
        assertThat(behind).isTrue();
        assertThat(answer.at("/objective/most_dying_probability").asDouble()).isEqualTo(0.05);

        Bellamy text = jobs.ask("predict", ALL_TYPES, "--objective", "cheapest");
        assertThat(text.out())
                .contains("spills", "dies", "not recommended for want of memory: ")
                .containsPattern("\\d x small \\(0\\.\\d+\\) would be the cheapest, but spills in .* of runs");
        Bellamy csv = jobs.ask("predict", ALL_TYPES, "--objective", "cheapest", "-o", "csv");
        List<String> lines = csv.out().lines().toList();
        assertThat(lines.get(0)).contains("per_machine,spilling_probability,dying_probability,startup_cost");
        assertThat(lines.get(1)).contains(",true,true,");
        assertThat(lines.get(lines.size() - 1)).contains(",false,false,");
    }

    @Test
    void whereNothingFitsItIsToldWhatWould() throws IOException {
        String request = SMALL.formatted("64000");
        Bellamy outcome = jobs.ask("predict", request, "-o", "json");
        assertThat(outcome.exitCode()).isEqualTo(6);
        JsonNode answer = json(outcome);
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        assertThat(answer.at("/recommendation/meets_limit").asBoolean()).isFalse();
        double enough = answer.at("/recommendation/enough_memory_MB").asDouble();
        // 0.6 GiB * 64 / sqrt(8 / 2), and some more to be sure
        assertThat(enough).isBetween(15_000.0, 32_000.0);
        assertThat(outcome.err())
                .contains("nothing has memory enough; the nearest is 8 x small")
                .containsPattern("with \\d+ MB of memory a machine as many would do");
        String more =
                request.replace("}}", "}, optional_properties_per_node: {memory: " + Math.round(enough + 1) + "}}");
        Bellamy fits = jobs.ask("predict", more, "-o", "json");
        assertThat(json(fits).at("/recommendation/meets_limit").asBoolean())
                .as(fits.err())
                .isTrue();
        for (String form : List.of("spark-submit", "emr", "spark-conf")) {
            Bellamy launched = jobs.ask("predict", request, "--format", form);
            assertThat(launched.exitCode()).isEqualTo(6);
            assertThat(launched.out()).doesNotContain("--num-executors").doesNotContain("\"Instances\"");
        }
    }

    @Test
    void dynamicAllocationAndSuggestionsKeepToWhatFits() throws IOException {
        String request = SMALL.formatted("5000");
        JsonNode answer = json(jobs.ask("predict", request, "-o", "json"));
        List<Integer> fitting = IntStream.range(0, 7)
                .filter(i -> answer.at("/predictions/" + i + "/memory/enough").asBoolean())
                .map(i -> i + 2)
                .boxed()
                .toList();
        assertThat(fitting).isNotEmpty().hasSizeLessThan(7);
        Bellamy dynamic = jobs.ask("predict", request, "--format", "spark-conf", "--dynamic");
        assertThat(dynamic.out())
                .contains("spark.dynamicAllocation.minExecutors " + fitting.get(0))
                .contains("spark.dynamicAllocation.maxExecutors 8");
        Bellamy next = jobs.ask("suggest", request, "-o", "json");
        assertThat(Schemas.of("suggestion").validate(json(next))).isEmpty();
        List<Integer> ranked = new ArrayList<>();
        json(next)
                .get("ranking")
                .forEach(option -> ranked.add(option.get("scale_out").asInt()));
        assertThat(ranked.subList(0, fitting.size())).containsExactlyInAnyOrderElementsOf(fitting);
        assertThat(jobs.ask("suggest", request).out()).contains("spills", "dies");
    }

    @Test
    void limitsAreConfiguredAndProbabilitiesAreScored() throws IOException {
        Path lenient = Files.writeString(
                folder.resolve("lenient.yml"),
                Files.readString(folder.resolve("config.yml")) + "memory: {most_spilling: 1, most_dying: 1}\n");
        String request = SMALL.formatted("64000");
        Bellamy all = jobs.with(lenient).ask("predict", request, "-o", "json");
        assertThat(all.exitCode()).as(all.err()).isZero();
        Bellamy scored = jobs.with(lenient).ask("predict", request, "--explain", "-o", "json");
        JsonNode scores = json(scored).at("/explanation/memory_scores");
        assertThat(scores.at("/spilling/runs").asInt()).isEqualTo(90);
        assertThat(scores.at("/spilling/brier_score").asDouble())
                .isLessThan(0.4 * scores.at("/spilling/base_brier_score").asDouble());
        assertThat(Schemas.prediction().validate(json(scored))).isEmpty();
        assertThat(jobs.ask("predict", request, "--explain").out())
                .contains("8 machines have to have ", " MB of memory each")
                .contains("probabilities of dying, on 90 runs that had no part in them: Brier score 0.0");
        Path wrong = Files.writeString(
                folder.resolve("wrong.yml"),
                Files.readString(folder.resolve("config.yml"))
                        + "memory: {most_spilling: 2, most_dieing: 0.1}\ncluster: {startup: soon}\n");
        Bellamy refused = jobs.with(wrong).ask("predict", request);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("most_spilling: '2' must be a number from 0 to 1", "most_dieing: unknown key", "most_dying")
                .contains("startup: 'soon' must be a time from 0 s to a day");
    }

    @Test
    void whereExecutorsAreCountedItIsTheirMemory() throws IOException {
        jobs.describe(MemoryJobs.DESCRIPTION.replace("{column: nodes}", "{column: nodes, of: executors}"));
        try {
            Bellamy outcome = jobs.ask("predict", SMALL.formatted("64000"), "--explain");
            assertThat(outcome.err())
                    .contains("the nearest is 8 executors on small, ", " MB of memory an executor as many would do");
            assertThat(outcome.out()).contains("8 executors have to have ");
        } finally {
            jobs.describe(MemoryJobs.DESCRIPTION);
        }
    }

    @Test
    void memoryInAnotherUnitIsNoAnswer() {
        String request = SMALL.formatted("8000").replace("}}", "}, optional_properties_per_node: {memory: 16}}");
        Bellamy refused = jobs.ask("predict", request);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("memory: 16.00 MB a machine is less than a thirtieth", "amounts are in MB");
        Bellamy unknown = jobs.ask(
                "predict",
                "{min_scale_out: 2, max_scale_out: 3, essential_properties: {machine_type: new, data_size_MB: 8000}}");
        assertThat(unknown.exitCode()).as(unknown.err()).isZero();
        assertThat(unknown.out())
                .contains("nothing is said of whether it fits into memory, memory not being known")
                .doesNotContain("spills");
    }
}

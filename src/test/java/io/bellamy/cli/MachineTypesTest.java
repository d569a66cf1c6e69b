package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several machine types in one request, and what is wrong in requests that ask for a recommendation. */
class MachineTypesTest extends RecommendationCases {

    @Test
    void everyMachineTypeWithItsRangeIsRankedInOneTable() throws IOException {
        JsonNode answer = priced(BOTH, "--max-runtime", "120");
        List<JsonNode> ranking = list(answer.get("ranking"));
        assertThat(ranking).hasSize(9 + 3);
        assertThat(ranking.stream()
                        .filter(candidate ->
                                candidate.get("machine_type").asText().equals("large"))
                        .map(candidate -> candidate.get("scale_out").asInt()))
                .containsExactlyInAnyOrder(4, 5, 6);
        List<JsonNode> meeting =
                ranking.stream().filter(candidate -> runtime(candidate) <= 120).toList();
        assertThat(ranking.subList(0, meeting.size()))
                .isEqualTo(meeting)
                .isSortedAccordingTo(Comparator.comparingDouble(RecommendationTest::cost));
        assertThat(ranking.subList(meeting.size(), ranking.size()))
                .isSortedAccordingTo(Comparator.comparingDouble(RecommendationTest::runtime));
        assertThat(cost(ranking.get(0))).isEqualTo(cost(answer.get("recommendation")));
        // alone each type is told the same
        JsonNode small = priced(SMALL, "--max-runtime", "120");
        assertThat(answer.get("machine_types").get(0).get("predictions")).isEqualTo(small.get("predictions"));

        Bellamy text = predict(BOTH, "--prices", prices(), "--objective", "knee");
        assertThat(text.out())
                .contains("machine_type: small", "machine_type: large", "cost [EUR]", "recommended: ")
                .containsPattern("(?m)^rank +machine type +scale-out")
                .containsPattern("(?m)^ +1 +(small|large) .* knee$");
    }

    @Test
    void withoutPricesTheHoursOfOneMachineTypeAreItsCost() throws IOException {
        JsonNode answer = json(predict(SMALL, "-o", "json", "--objective", "cheapest"));
        assertThat(answer.get("objective").get("currency").asText()).isEqualTo("machine-h");
        assertThat(scaleOut(answer))
                .isEqualTo(least(
                        list(answer.get("predictions")),
                        point -> Math.ceil(runtime(point))
                                * point.get("scale_out").asInt()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--max-runtime 9 --max-cost 9|max_runtime and max_cost must not be given both",
                "--confidence 0.9|confidence must come with max_runtime or max_cost",
                "--max-runtime 9 --objective knee|max_runtime goes with the objective cheapest, not with knee",
                "--max-cost 9 --objective cheapest|max_cost goes with the objective fastest, not with cheapest",
                "--max-cost 9|prices: there is none for 'small'",
                "--prices FOLDER/config.yml|unknown key",
            })
    void wishesThatMakeNoSenseAreRefused(String options, String message) throws IOException {
        Bellamy outcome =
                predict(SMALL, options.replace("FOLDER", folder.toString()).split(" "));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("bellamy: ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "essential_properties: {machine_type: small}|must not be given beside essential_properties.machine_type",
                "machine_types: {small: {min_scale_out: 0}}|machine_types.small.min_scale_out: '0' must be a whole number",
                "machine_types: {small: {max: 3}}|machine_types.small.max: unknown key",
                "machine_types: {small: {}, ' small ': {}}|means the same as small",
                "machine_types: [small]|machine_types: must be a mapping",
                "machine_types: {small: {max_scale_out: 9000}, large: {max_scale_out: 9000}}|must be at most 10000",
                "prices: {per_hour: {small: -1}}|prices.per_hour.small: '-1' must be a number from",
                "prices: {currency: EUR}|prices.per_hour: must name a machine type and its price",
                "prices: {per_hour: {small: 1}, minimum_seconds: x}|prices.minimum_seconds: 'x' must be a whole number",
                "objective: best|objective: 'best' must be one of fastest, cheapest, knee",
                "max_runtime: .nan|max_runtime: '.nan' must be a number",
                "confidence: 1|confidence: '1' must be a number from 0.001 to 0.999",
            })
    void whatIsWrongInARequestIsToldWithItsPlace(String more, String message) throws IOException {
        String request = "min_scale_out: 2\nmax_scale_out: 4\n" + more + "\n"
                + (more.startsWith("essential") ? "machine_types: {large: {}}\n" : "")
                + (more.contains("machine_type") ? "" : "essential_properties: {machine_type: small}\n");
        Bellamy outcome = predict(request);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("standard input:").contains(message).doesNotContain("internal failure");
    }

    @Test
    void machineTypesAreComparedOnTheSameJob() throws IOException {
        Files.writeString(
                folder.resolve("data/own/runs.csv"),
                Files.readString(folder.resolve("data/own/runs.csv"))
                        .lines()
                        .filter(row -> !row.contains("large") || row.endsWith(",9000"))
                        .filter(row -> !row.contains("small") || row.endsWith(",4000"))
                        .reduce("", (rows, row) -> rows + row + "\n"));
        Bellamy outcome = predict("min_scale_out: 2\nmax_scale_out: 4\nmachine_types: {small: {}, large: {}}\n");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("data_size_MB must be given", "'4000' on small and '9000' on large");
    }
}

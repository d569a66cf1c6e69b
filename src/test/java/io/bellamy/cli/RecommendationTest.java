package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What predict recommends, through the real command line. */
class RecommendationTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SMALL = """
            min_scale_out: 2
            max_scale_out: 10
            essential_properties: {machine_type: small, data_size_MB: 4000}
            """;

    private static final String BOTH = """
            min_scale_out: 2
            max_scale_out: 10
            essential_properties: {data_size_MB: 4000}
            machine_types:
              small: {}
              large: {min_scale_out: 4, max_scale_out: 6}
            """;

    private static final String PRICES = "currency: EUR\nminimum_seconds: 90\nper_hour: {small: 0.36, large: 0.72}\n";

    @TempDir
    private Path folder;

    private OwnFolder own;

    @BeforeEach
    void copy() throws IOException {
        own = OwnFolder.in(folder).withModels();
        Files.writeString(folder.resolve("prices.yml"), PRICES);
    }

    @Test
    void theFastestTheCheapestAndTheKneeAreWhatTheySay() throws IOException {
        JsonNode fastest = priced(SMALL);
        List<JsonNode> points = list(fastest.get("predictions"));
        assertThat(scaleOut(fastest)).isEqualTo(least(points, RecommendationTest::runtime));
        assertThat(fastest.get("objective").toString()).isEqualTo("{\"goal\":\"fastest\",\"currency\":\"EUR\"}");

        assertThat(scaleOut(priced(SMALL, "--objective", "cheapest")))
                .isEqualTo(least(points, RecommendationTest::cost))
                .isNotEqualTo(scaleOut(fastest));

        double slowest =
                points.stream().mapToDouble(RecommendationTest::runtime).max().orElseThrow();
        double quickest =
                points.stream().mapToDouble(RecommendationTest::runtime).min().orElseThrow();
        int knee = least(
                points,
                point -> (runtime(point) - quickest) / (slowest - quickest)
                        + (point.get("scale_out").asInt() - 2) / 8.0);
        assertThat(scaleOut(priced(SMALL, "--objective", "knee")))
                .isEqualTo(knee)
                .isBetween(3, 9);
    }

    @Test
    void everySecondThatHasBegunIsBilledAndAMinimum() throws IOException {
        JsonNode answer = priced(SMALL);
        assertThat(list(answer.get("predictions")))
                .allSatisfy(point -> assertThat(cost(point))
                        .isCloseTo(
                                0.36 / 3600 * point.get("scale_out").asInt() * Math.max(90, Math.ceil(runtime(point))),
                                within(1e-12)))
                .anySatisfy(point -> assertThat(runtime(point)).isLessThan(90));
    }

    @Test
    void aDeadlineAsksForTheCheapestThatMeetsItAndABudgetForTheFastest() throws IOException {
        List<JsonNode> points = list(priced(SMALL).get("predictions"));
        int cheapest =
                least(points.stream().filter(point -> runtime(point) <= 100).toList(), RecommendationTest::cost);
        JsonNode within = priced(SMALL, "--max-runtime", "100");
        assertThat(scaleOut(within)).isEqualTo(cheapest);
        assertThat(within.get("recommendation").get("meets_limit").asBoolean()).isTrue();
        double budget = points.stream()
                .mapToDouble(RecommendationTest::cost)
                .sorted()
                .skip(3)
                .findFirst()
                .orElseThrow();
        int fastest =
                least(points.stream().filter(point -> cost(point) <= budget).toList(), RecommendationTest::runtime);
        assertThat(scaleOut(priced(SMALL, "--max-cost", Double.toString(budget + 1e-9))))
                .isEqualTo(fastest);
        // one more machine would be paid for less time than the least that is billed
        assertThat(points.stream().filter(point -> runtime(point) < 85)).hasSizeGreaterThan(2);
        double notQuiteAll =
                points.stream().mapToDouble(RecommendationTest::cost).max().orElseThrow() - 1e-6;
        List<JsonNode> affordable =
                points.stream().filter(point -> cost(point) <= notQuiteAll).toList();
        JsonNode frugal = priced(SMALL, "--max-cost", Double.toString(notQuiteAll));
        assertThat(scaleOut(frugal)).isEqualTo(least(affordable, RecommendationTest::runtime));
        assertThat(list(frugal.get("predictions")))
                .filteredOn(point -> cost(point) > notQuiteAll)
                .hasSize(1)
                .allSatisfy(
                        point -> assertThat(point.get("probability").asDouble()).isZero());
        // in the request it is the same, and what the command line says wins
        assertThat(priced(SMALL + "max_runtime: 100\n").get("recommendation")).isEqualTo(within.get("recommendation"));
        assertThat(priced(SMALL + "max_runtime: 1\n", "--max-runtime", "100").get("recommendation"))
                .isEqualTo(within.get("recommendation"));
    }

    @Test
    void withAConfidenceTheChanceToMeetTheLimitDecides() throws IOException {
        JsonNode sure = priced(SMALL, "--max-runtime", "100", "--confidence", "0.95");
        JsonNode choice = sure.get("recommendation");
        assertThat(choice.get("probability").asDouble()).isGreaterThanOrEqualTo(0.95);
        assertThat(list(sure.get("predictions")).stream().filter(point -> cost(point) < cost(choice)))
                .isNotEmpty()
                .allSatisfy(
                        point -> assertThat(point.get("probability").asDouble()).isLessThan(0.95));
        // the upper end of a 90 % interval is exceeded by one run in twenty
        double upper = choice.get("interval").get("upper_seconds").asDouble();
        JsonNode atTheEnd = priced(SMALL, "--max-runtime", Double.toString(upper));
        assertThat(list(atTheEnd.get("predictions")))
                .filteredOn(point -> point.get("scale_out").equals(choice.get("scale_out")))
                .hasSize(1)
                .allSatisfy(
                        point -> assertThat(point.get("probability").asDouble()).isCloseTo(0.95, within(1e-6)));
    }

    @Test
    void theIntervalIsThatWhichIsAskedFor() throws IOException {
        double before = 0;
        for (String level : List.of("0.5", "0.8", "0.9", "0.95")) {
            JsonNode interval =
                    priced(SMALL, "--interval", level).get("recommendation").get("interval");
            assertThat(interval.get("level").asDouble()).isEqualTo(Double.parseDouble(level));
            double width = interval.get("upper_seconds").asDouble()
                    - interval.get("lower_seconds").asDouble();
            assertThat(width).isGreaterThan(before);
            before = width;
        }
        assertThat(priced(SMALL + "interval: 0.95\n")
                        .get("recommendation")
                        .get("interval")
                        .get("level")
                        .asDouble())
                .isEqualTo(0.95);
    }

    @Test
    void whereNothingMeetsTheLimitTheNearestIsNamedWithExitCode6() throws IOException {
        Bellamy outcome = predict(SMALL, "--prices", prices(), "-o", "json", "--max-runtime", "5");
        assertThat(outcome.exitCode()).isEqualTo(6);
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(answer.get("recommendation").get("meets_limit").asBoolean()).isFalse();
        int nearest = least(list(answer.get("predictions")), RecommendationTest::runtime);
        assertThat(scaleOut(answer)).isEqualTo(nearest);
        assertThat(outcome.err())
                .startsWith("bellamy: nothing is within 5 s; the nearest is " + nearest + " x small, ");
        Bellamy poor = predict(SMALL, "--prices", prices(), "-o", "json", "--max-cost", "0.001");
        assertThat(poor.exitCode()).isEqualTo(6);
        assertThat(scaleOut(JSON.readTree(poor.out())))
                .isEqualTo(least(list(answer.get("predictions")), RecommendationTest::cost));
        assertThat(poor.err()).contains("nothing is within 0.001 EUR; the nearest is ");
        // nobody is that sure
        assertThat(predict(SMALL, "--max-runtime", "60", "--confidence", "0.999")
                        .exitCode())
                .isEqualTo(6);
    }

    @Test
    void whereNothingIsSureEnoughTheSurestIsTheNearest() throws IOException {
        Bellamy outcome =
                predict(BOTH, "--prices", prices(), "-o", "json", "--max-runtime", "57", "--confidence", "0.999");
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(6);
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        List<Double> chances = list(answer.get("ranking")).stream()
                .map(candidate -> candidate.get("probability").asDouble())
                .toList();
        assertThat(chances).hasSize(9 + 3).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(chances.get(0)).isBetween(0.01, 0.998);
        assertThat(answer.get("recommendation").get("probability").asDouble()).isEqualTo(chances.get(0));
    }

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

    private JsonNode priced(String request, String... more) throws IOException {
        return json(predict(request, OwnFolder.with(more, "--prices", prices(), "-o", "json")));
    }

    private String prices() {
        return folder.resolve("prices.yml").toString();
    }

    private static JsonNode json(Bellamy outcome) throws IOException {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        return answer;
    }

    private Bellamy predict(String request, String... more) {
        return Bellamy.runWithInput(
                request, OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", "-"), more));
    }

    private static int scaleOut(JsonNode answer) {
        return answer.get("recommendation").get("scale_out").asInt();
    }

    private static double runtime(JsonNode point) {
        return point.get("runtime_seconds").asDouble();
    }

    private static double cost(JsonNode point) {
        return point.get("cost").asDouble();
    }

    private static int least(List<JsonNode> points, ToDoubleFunction<JsonNode> value) {
        return points.stream()
                .min(Comparator.comparingDouble(value))
                .orElseThrow()
                .get("scale_out")
                .asInt();
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }
}

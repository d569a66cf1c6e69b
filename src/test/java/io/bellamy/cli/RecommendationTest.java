package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What predict recommends, through the real command line. */
class RecommendationTest extends RecommendationCases {

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
}

package io.bellamy.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.histories.HistoryScore.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By hand: with a deviation of 0.1 the logarithm is within one, two deviations in .6827, .9545 of the runs. */
class HistoryScoreTest {

    private static final double ONE = 0.682689;
    private static final double TWO = 0.954500;

    @TempDir
    private Path history;

    private Map<String, List<Scored>> groups;

    @BeforeEach
    void score() throws IOException {
        Files.writeString(history.resolve("truth.csv"), """
                request,group,scale_out,median,sigma,straggle_share,straggle_factor
                0,plain,4,100.0,0.1,0.0,1.0
                0,plain,8,200.0,0.1,0.0,1.0
                1,plain,4,100.0,0.1,0.0,1.0
                2,straggling,4,100.0,0.1,0.2,7.389056
                3,plain,4,100.0,0.1,0.0,1.0
                0,above,12,100.0,0.1,0.0,1.0
                """);
        Path answers = history.resolve("answers.jsonl");
        Files.write(
                answers,
                List.of(
                        "{\"answer\": {\"predictions\": [" + prediction(4, 110, 90.483742, 110.517092) + ", "
                                + prediction(6, 1, 1, 1) + ", " + prediction(8, 150, 163.746151, 244.280552) + ", "
                                + prediction(12, 130, 90, 120) + "]}}",
                        "{\"error\": \"no such job\"}",
                        "{\"answer\": {\"predictions\": [" + prediction(4, 103.237, 81.873075, 122.140276) + "]}}"));
        groups = HistoryScore.read(history, answers);
    }

    private static String prediction(int scaleOut, double seconds, double lower, double upper) {
        return "{\"scale_out\": " + scaleOut + ", \"runtime_seconds\": " + seconds
                + ", \"interval\": {\"level\": 0.9, \"lower_seconds\": " + lower + ", \"upper_seconds\": " + upper
                + "}}";
    }

    @Test
    void errorsAreMeansOverWhatWasAnswered() {
        HistoryScore plain = HistoryScore.of(groups.get("plain"));
        assertThat(plain.asked()).isEqualTo(4);
        assertThat(plain.unanswered())
                .as("an error, and a line that is missing")
                .isEqualTo(2);
        assertThat(plain.logError()).isCloseTo((0.0953102 + 0.2876821) / 2, within(1e-6));
        assertThat(plain.relativeError()).isCloseTo((0.1 + 0.25) / 2, within(1e-9));
    }

    @Test
    void intervalsHoldTheChanceOfARunAndAreAsWideAsTheirRatio() {
        HistoryScore plain = HistoryScore.of(groups.get("plain"));
        assertThat(plain.held()).isCloseTo((ONE + TWO) / 2, within(1e-5));
        assertThat(plain.width()).isCloseTo((0.1051709 + 0.2214028) / 2, within(1e-6));
        assertThat(plain.outside()).as("150 s").isEqualTo(1);
        assertThat(HistoryScore.of(groups.get("above")).outside()).as("130 s").isEqualTo(1);
    }

    /** A fifth of the runs take e² times as long, so the median is where 5/8 of the others are: .31864 deviations above. */
    @Test
    void theTruthIsTheMedianOfRunsWithStragglers() {
        HistoryScore straggling = HistoryScore.of(groups.get("straggling"));
        assertThat(straggling.logError()).isCloseTo(Math.abs(Math.log(1.03237) - 0.0318639), within(1e-5));
        assertThat(straggling.held()).isCloseTo(0.8 * TWO, within(1e-5));
        assertThat(straggling.outside()).isZero();
    }

    @Test
    void whatNobodyAnsweredIsNotANumber() {
        HistoryScore none = HistoryScore.of(List.of());
        assertThat(none.logError()).isNaN();
        assertThat(Aim.of("daily", "size x 1.0").isNearEnough(none.logError())).isFalse();
        assertThat(Aim.of("daily", "size x 1.0").isSureEnough(none.held())).isFalse();
        assertThat(Aim.of("a history", "of another").isNearEnough(1)).isTrue();
    }

    /** Else an aim would never be looked at. */
    @Test
    void everyGroupOfEveryHistoryHasAnAim() {
        for (Kind kind : Kind.values()) {
            assertThat(kind.history(Law.WAVES, 1).questions()).allSatisfy(question -> assertThat(
                            Aim.of(kind.toString(), question.group()).toString())
                    .isNotEmpty());
        }
    }
}

package io.bellamy.tuning;

import static io.bellamy.tuning.Decision.CONTINUE;
import static io.bellamy.tuning.Decision.STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bellamy.tuning.SuccessiveHalving.HalvingOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingTest {

    private final SuccessiveHalving scheduler = new SuccessiveHalving(new HalvingOptions(1000, 2, 2500));

    @Test
    void rungsLieAtTheGracePeriodTimesPowersOfTheFactor() {
        assertThat(new HalvingOptions(1, 2, 10).rungs()).containsExactly(8, 4, 2, 1);
        assertThat(new HalvingOptions(1, 4, 100).rungs()).containsExactly(64, 16, 4, 1);
        assertThat(new HalvingOptions(30, 4, 300).rungs()).containsExactly(120, 30);
        assertThat(new HalvingOptions(1000, 2, 2500).rungs()).containsExactly(2000, 1000);
        assertThat(new HalvingOptions(1, 2, 8).rungs()).containsExactly(8, 4, 2, 1);
        assertThat(new HalvingOptions(1, 2, Integer.MAX_VALUE).rungs()).hasSize(31);
    }

    @Test
    void stopsWhatIsWorseThanTheQuantileOfTheValuesBefore() {
        assertThat(reports(1000, List.of(0, 1, 2, 3, 4, 5), 30, 20, 25, 40, 10, 22))
                .containsExactly(CONTINUE, CONTINUE, CONTINUE, STOP, CONTINUE, CONTINUE);
        assertThat(reports(2000, List.of(0, 1, 2, 4, 5), 18, 12, 9, 15, 7))
                .containsExactly(CONTINUE, CONTINUE, CONTINUE, STOP, CONTINUE);
    }

    @Test
    void theQuantileIsInterpolated() {
        reports(1000, List.of(0, 1), 10, 20);

        assertThat(reports(1000, List.of(2), 15)).containsExactly(CONTINUE);
        assertThat(reports(1000, List.of(3), Math.nextUp(15.0))).containsExactly(STOP);
    }

    @Test
    void aLargerFactorLetsFewerPass() {
        SuccessiveHalving quarter = new SuccessiveHalving(new HalvingOptions(1, 4, 100));
        for (int trial = 0; trial < 5; trial++) {
            quarter.report(trial, 1, 50 - 10 * trial);
        }

        // of 10 20 30 40 50 the lower quartile is 20
        assertThat(quarter.report(5, 1, 20)).isEqualTo(CONTINUE);
        assertThat(quarter.report(6, 1, 20.5)).isEqualTo(STOP);
    }

    @Test
    void aStoppedValueIsRecordedToo() {
        reports(1000, List.of(0, 1), 10, 30);

        // 20 is the median of 10 and 30; once 30 is joined by 40, the median is 30
        assertThat(reports(1000, List.of(2, 3), 40, 30)).containsExactly(STOP, CONTINUE);
    }

    @Test
    void notANumberGoesOnAndIsIgnored() {
        assertThat(reports(1000, List.of(0, 1, 2, 3), Double.NaN, 10, 20, Double.NaN))
                .containsExactly(CONTINUE, CONTINUE, STOP, CONTINUE);
        assertThat(reports(1000, List.of(4), 15)).containsExactly(CONTINUE);
        assertThat(reports(1001, List.of(0), 1e6)).containsExactly(CONTINUE);
    }

    @Test
    void anInfiniteValueStopsBesideFiniteOnes() {
        assertThat(reports(1000, List.of(0, 1), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .containsExactly(CONTINUE, CONTINUE);
        assertThat(reports(1000, List.of(2, 3, 4, 5), 1, 1, 1, Double.POSITIVE_INFINITY))
                .containsExactly(CONTINUE, CONTINUE, CONTINUE, STOP);
    }

    @Test
    void betweenRungsNothingIsDecided() {
        reports(1000, List.of(0, 1), 1, 2);

        assertThat(scheduler.report(2, 999, 1e6)).isEqualTo(CONTINUE);
        assertThat(scheduler.report(0, 1500, 1e6)).isEqualTo(CONTINUE);
    }

    @Test
    void aReportThatSkipsEpochsCountsForTheHighestRungFirst() {
        reports(1000, List.of(0, 1), 10, 10);

        assertThat(scheduler.report(2, 2100, 50)).isEqualTo(CONTINUE);
        assertThat(scheduler.report(2, 2101, 50)).isEqualTo(STOP);
    }

    @Test
    void atTheMaxEpochsATrialEndsHoweverGood() {
        reports(1000, List.of(0), 10);
        assertThat(scheduler.report(0, 2500, 0)).isEqualTo(STOP);
    }

    @Test
    void refusesSettingsWithoutMeaning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HalvingOptions(0, 2, 10))
                .withMessage("grace period is 0: it must be 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HalvingOptions(1, 1, 10))
                .withMessage("reduction factor is 1: it must be 2 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HalvingOptions(11, 2, 10))
                .withMessage("max epochs are 10: not below the grace period of 11");
    }

    private List<Decision> reports(int epoch, List<Integer> trials, double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> scheduler.report(trials.get(i), epoch, values[i]))
                .toList();
    }
}

package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.model.LevelChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that takes another time from some day on, in data in which none ever did. */
class LevelStepsTest {

    static final List<Run> STEADY = ProcessTest.STEADY.runs;
    static final RunProcess KNOWS_NONE = ProcessTest.fitted(STEADY);
    static final PropertyValues ASKED = ProcessHistories.properties("b", "m", 60_000);
    static final LocalDate RELEASED = ProcessHistories.START.plusDays(25);

    static RuntimeDistribution of(RunProcess process, List<Run> runs, PropertyValues asked, int scaleOut) {
        return ProcessTest.forecast(process, runs, scaleOut, asked, List.of());
    }

    static double ratio(RunProcess process, List<Run> runs) {
        return of(process, runs, ASKED, 8).median() / ProcessHistories.truth("b", 8, 60_000);
    }

    /** Runs of nights since the release, which take so many times as long. */
    static List<Run> and(List<Run> before, double... factors) {
        List<Run> all = new ArrayList<>(before);
        for (int night = 0; night < factors.length; night++) {
            int size = 54_000 + 3_000 * night;
            double seconds = factors[night] * ProcessHistories.truth("b", 8, size);
            PropertyValues properties = ProcessHistories.properties("b", "m", size);
            all.add(new Run(8, seconds, properties, Optional.of(RELEASED.plusDays(night))));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.85, 1.11, 1.6, 4})
    void threeNightsSinceItWasLearnedTellTheLevel(double factor) {
        assertThat(KNOWS_NONE.relevances().of(List.of("m", "b"))).isLessThan(0.1);
        List<Run> runs = and(STEADY, factor, factor, factor);
        assertThat(Math.log(ratio(KNOWS_NONE, runs) / factor)).isCloseTo(0, within(0.04));
        double elsewhere = factor * ProcessHistories.truth("b", 16, 60_000);
        assertThat(Math.log(of(KNOWS_NONE, runs, ASKED, 16).median() / elsewhere))
                .isCloseTo(0, within(0.05));
        ProcessOfHistory informed = new ProcessOfHistory(KNOWS_NONE, runs);
        LevelChange change = informed.around(ASKED, List.of())
                .grounds(new PlannedRun(8, ASKED))
                .change()
                .orElseThrow();
        assertThat(change.since()).isEqualTo(RELEASED);
        assertThat(Math.log(change.ratio() / factor)).isCloseTo(0, within(0.04));
    }

    @Test
    void otherJobsAreAsTheyWere() {
        List<Run> runs = and(STEADY, 1.6, 1.6, 1.6);
        for (String job : List.of("a", "c")) {
            PropertyValues asked = ProcessHistories.properties(job, "m", 60_000);
            double before = of(KNOWS_NONE, STEADY, asked, 8).median();
            assertThat(of(KNOWS_NONE, runs, asked, 8).median() / before).isCloseTo(1, within(0.01));
            assertThat(new ProcessOfHistory(KNOWS_NONE, runs).change(List.of("m", job)))
                    .isEmpty();
        }
    }

    /** What it rests on are the runs since. */
    @Test
    void runsSinceAreMostAlike() {
        ProcessForecast informed =
                new ProcessOfHistory(KNOWS_NONE, and(STEADY, 1.6, 1.6, 1.6)).around(ASKED, List.of());
        PlannedRun asked = new PlannedRun(8, ASKED);
        assertThat(informed.mostAlike(asked, 3))
                .allSatisfy(alike ->
                        assertThat(alike.run().measured().orElseThrow()).isAfterOrEqualTo(RELEASED));
        assertThat(informed.grounds(asked).runs()).isEqualTo(3);
    }

    @Test
    void oneNightIsChanceIfTheNextIsAsEver() {
        double before = ratio(KNOWS_NONE, STEADY);
        assertThat(ratio(KNOWS_NONE, and(STEADY, 1.6, 1))).isCloseTo(before, within(0.03));
    }

    @Test
    void differentNightsAreNoLevel() {
        double before = ratio(KNOWS_NONE, STEADY);
        assertThat(ratio(KNOWS_NONE, and(STEADY, 5, 1, 30, 1, 12))).isCloseTo(before, within(0.02));
    }

    @Test
    void whatIsBackCountsAsItIs() {
        double before = ratio(KNOWS_NONE, STEADY);
        assertThat(ratio(KNOWS_NONE, and(STEADY, 1.6, 1.6, 1.6, 1))).isCloseTo(before, within(0.03));
        assertThat(ratio(KNOWS_NONE, and(STEADY, 1.6, 1.6, 1.6, 1.6, 1, 1, 1, 1)))
                .isCloseTo(before, within(0.03));
        // after so many nights a single one is the exception
        assertThat(ratio(KNOWS_NONE, and(STEADY, 1.6, 1.6, 1.6, 1.6, 1.6, 1))).isCloseTo(1.6, within(0.05));
    }

    /** Its runs since are not those that changed. */
    @ParameterizedTest
    @ValueSource(doubles = {30, 0.1})
    void oneThatHungIsNoStep(double factor) {
        List<Run> runs = new ArrayList<>(and(STEADY, factor, 1, 1, 1, 1, 1));
        double before = ratio(KNOWS_NONE, STEADY);
        assertThat(ratio(KNOWS_NONE, runs)).isCloseTo(before, within(0.02));
        assertThat(new ProcessOfHistory(KNOWS_NONE, runs).change(List.of("m", "b")))
                .isEmpty();
        assertThat(ProcessTest.fitted(runs).relevances().of(List.of("m", "b"))).isLessThan(0.1);
    }

    /** Long ago, among many nights since. */
    @Test
    void theDayIsThatOfTheRelease() {
        ProcessHistories histories = new ProcessHistories(9).job("b", "m", 120, 1.3, 47);
        RunProcess process = ProcessTest.fitted(histories.runs);
        LevelChange change = new ProcessOfHistory(process, histories.runs)
                .change(List.of("m"))
                .orElseThrow();
        assertThat(change.since()).isEqualTo(ProcessHistories.START.plusDays(73));
        assertThat(Math.log(change.ratio() / 1.3)).isCloseTo(0, within(0.03));
    }

    /** However much runs scatter, as many as there are before. */
    @Test
    void theDayIsThatOfTheReleaseAmongNoiseToo() {
        SplittableRandom random = new SplittableRandom(1);
        List<Run> noisy = new ArrayList<>();
        for (Run run : new ProcessHistories(9).job("b", "m", 120, 10, 47).runs) {
            double factor = Math.exp(0.5 * random.nextGaussian());
            noisy.add(new Run(run.scaleOut(), factor * run.runtime(), run.properties(), run.measured()));
        }
        LevelChange change = new ProcessOfHistory(ProcessTest.fitted(noisy), noisy)
                .change(List.of("m"))
                .orElseThrow();
        assertThat(change.since()).isBetween(ProcessHistories.START.plusDays(72), ProcessHistories.START.plusDays(74));
    }

    /** Two runs tell no level that it left. */
    @ParameterizedTest
    @ValueSource(doubles = {1.1, 3})
    void aJobBeginsWithItsLevel(double factor) {
        List<Run> runs = new ArrayList<>(STEADY);
        for (int night = 0; night < 8; night++) {
            double seconds = (night < 2 ? factor : 1) * ProcessHistories.truth("g", 8, 60_000);
            PropertyValues properties = ProcessHistories.properties("g", "m", 60_000 + night);
            runs.add(new Run(8, seconds, properties, Optional.of(RELEASED.plusDays(night))));
        }
        assertThat(new ProcessOfHistory(KNOWS_NONE, runs).change(List.of("m", "g")))
                .isEmpty();
    }

    @Test
    void whatChangedTwiceIsAsItIsNow() {
        List<Run> runs = and(STEADY, 1.6, 1.6, 1.6, 1.6, 2.2, 2.2, 2.2, 2.2);
        assertThat(ratio(KNOWS_NONE, runs)).isCloseTo(2.2, within(0.08));
    }

    /** Where there are stragglers, all new runs could be some. */
    @Test
    void amongStragglersToo() {
        ProcessHistories histories = new ProcessHistories(5);
        for (String job : List.of("a", "b", "c", "d", "e")) {
            histories.job(job, "m", 20, 1, 0);
        }
        List<Run> some = new ArrayList<>();
        for (Run run : histories.runs) {
            double factor = some.size() % 12 == 5 ? 2 : 1;
            some.add(new Run(run.scaleOut(), factor * run.runtime(), run.properties(), run.measured()));
        }
        RunProcess process = ProcessTest.fitted(some);
        assertThat(process.scatter().share()).isBetween(0.04, 0.12);
        double before = ratio(process, some);
        assertThat(ratio(process, and(some, 1.6, 1.6, 1.6)) / before).isCloseTo(1.6, within(0.06));
        assertThat(ratio(process, and(some, 2, 1, 1, 2)) / before).isCloseTo(1, within(0.03));
    }

    @ParameterizedTest
    @CsvSource({"1.6, 4", "0.6, 8"})
    void learnedFromItTimeMattersNoMoreThanElsewhere(double factor, int nights) {
        double[] factors = new double[nights];
        Arrays.fill(factors, factor);
        List<Run> runs = and(STEADY, factors);
        RunProcess process = ProcessTest.fitted(runs);
        assertThat(process.relevances().of(List.of("m", "b"))).isLessThan(0.1);
        assertThat(process.scatter().deviation()).isCloseTo(ProcessHistories.NOISE, within(0.005));
        assertThat(process.scatter().share()).isZero();
        assertThat(Math.log(ratio(process, runs) / factor)).isCloseTo(0, within(0.03));
        assertThat(ProcessTest.width(of(process, runs, ASKED, 8))).isLessThan(0.12);
    }
}

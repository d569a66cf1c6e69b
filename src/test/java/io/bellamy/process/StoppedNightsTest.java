package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that takes so long from some day on that it is stopped night after night. */
class StoppedNightsTest {

    private static List<Run> andStopped(List<Run> before, double factor, int nights) {
        List<Run> all = new ArrayList<>(before);
        double limit = factor * ProcessHistories.truth("b", 8, 60_000);
        for (int night = 0; night < nights; night++) {
            all.add(new Run(
                    8, limit, LevelStepsTest.ASKED, Optional.of(LevelStepsTest.RELEASED.plusDays(2 + night)), false));
        }
        return all;
    }

    /** Two nights are none, but two more that were stopped are as many as four. */
    @Test
    void stoppedRunsHaveAPart() {
        assertThat(LevelStepsTest.ratio(
                        LevelStepsTest.KNOWS_NONE,
                        andStopped(LevelStepsTest.and(LevelStepsTest.STEADY, 1.6, 1.6), 1.5, 2)))
                .isBetween(1.5, 1.8);
    }

    /** Of a limit that was kept anyway they tell nothing. */
    @Test
    void stoppedEarlyTheyDoNotHideAStep() {
        assertThat(LevelStepsTest.ratio(
                        LevelStepsTest.KNOWS_NONE,
                        andStopped(LevelStepsTest.and(LevelStepsTest.STEADY, 1.6, 1.6, 1.6), 0.5, 4)))
                .isCloseTo(1.6, within(0.08));
    }

    /** What is stopped night after night takes longer than the limit, and nobody knows by how much. */
    @ParameterizedTest
    @CsvSource({"1.15, 3", "1.2, 4", "3, 3"})
    void whatIsStoppedEveryNightDoesNotKeepTheLimit(double factor, int nights) {
        RuntimeDistribution since = LevelStepsTest.of(
                LevelStepsTest.KNOWS_NONE, andStopped(LevelStepsTest.STEADY, factor, nights), LevelStepsTest.ASKED, 8);
        double limit = factor * ProcessHistories.truth("b", 8, 60_000);
        assertThat(since.cumulative(limit)).isLessThan(0.15);
        assertThat(ProcessTest.width(since)).isGreaterThan(0.5);
    }

    /** Once may be chance, and that it took longer than less than it takes is no news. */
    @ParameterizedTest
    @CsvSource({"1.2, 1", "0.9, 6"})
    void aStoppedRunAloneIsNoStep(double factor, int nights) {
        double before = LevelStepsTest.ratio(LevelStepsTest.KNOWS_NONE, LevelStepsTest.STEADY);
        assertThat(LevelStepsTest.ratio(LevelStepsTest.KNOWS_NONE, andStopped(LevelStepsTest.STEADY, factor, nights)))
                .isCloseTo(before, within(0.05));
    }

    private static RuntimeDistribution learned(List<Run> finished, List<Run> stopped) {
        RunProcess process = ProcessFit.of(ProcessHistories.PIPELINE, finished, Companions.ofStopped("own", stopped))
                .orElseThrow()
                .process();
        return LevelStepsTest.of(
                process, Stream.concat(finished.stream(), stopped.stream()).toList(), LevelStepsTest.ASKED, 8);
    }

    /** A level that moves as fast as it has to would explain these nights, but not the steady ones before. */
    @ParameterizedTest
    @CsvSource({"1, 1.17, 3", "2, 1.17, 3", "3, 1.17, 3", "1, 1.2, 5", "2, 1.2, 5", "3, 1.2, 5", "4, 3, 3"})
    void learnedFromSuchNightsItDoesNotKeepTheLimitEither(long seed, double factor, int nights) {
        List<Run> finished = new ProcessHistories(seed).job("b", "m", 25, 1, 0).runs;
        List<Run> all = andStopped(finished, factor, nights);
        RuntimeDistribution since = learned(finished, all.subList(finished.size(), all.size()));
        double limit = factor * ProcessHistories.truth("b", 8, 60_000);
        assertThat(since.cumulative(limit)).isLessThan(0.15);
        assertThat(ProcessTest.width(since)).isGreaterThan(0.5);
    }

    /** Half of its nights keep a limit that was set to what it takes; the others are no other level. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLimitThatIsTooTightIsNoStep(long seed) {
        List<Run> finished = new ArrayList<>();
        List<Run> stopped = new ArrayList<>();
        for (Run run : new ProcessHistories(seed).job("b", "m", 40, 1, 0).runs) {
            double limit = ProcessHistories.truth("b", run.scaleOut(), (int)
                    run.properties().number("data_size_MB").orElseThrow());
            if (run.measured().orElseThrow().isBefore(LevelStepsTest.RELEASED) || run.runtime() < limit) {
                finished.add(run);
            } else {
                stopped.add(new Run(run.scaleOut(), limit, run.properties(), run.measured(), false));
            }
        }
        assertThat(stopped).hasSizeGreaterThan(3);
        double truth = ProcessHistories.truth("b", 8, 60_000);
        assertThat(Math.log(learned(finished, stopped).median() / truth)).isCloseTo(0, within(0.03));
    }
}

package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.Companions;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import io.bellamy.model.LevelChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process makes of facts that histories have beside finished runs: changes, runs that were stopped, what is not known. */
class HistoryFactsTest {

    private static RunProcess fitted(List<Run> runs) {
        return ProcessFit.of(ProcessHistories.PIPELINE, runs, Companions.NONE)
                .orElseThrow()
                .process();
    }

    private static RuntimeDistribution forecast(
            RunProcess process, List<Run> known, int scaleOut, PropertyValues asked) {
        return RuntimeDistribution.mixture(
                new ProcessOfHistory(process, known).around(asked, List.of()).at(new PlannedRun(scaleOut, asked)));
    }

    @Test
    void aReleaseIsToldWithItsDayAndWhatStaysIsNotTold() {
        ProcessHistories histories = new ProcessHistories(3);
        for (String job : List.of("a", "b", "c", "d", "e")) {
            histories.job(job, "m", 24, job.equals("b") ? 1.4 : job.equals("d") ? 0.7 : 1, 6);
        }
        ProcessOfHistory informed = new ProcessOfHistory(fitted(histories.runs), histories.runs);
        for (String job : List.of("a", "b", "c", "d", "e")) {
            PropertyValues asked = ProcessHistories.properties(job, "m", 60_000);
            Optional<LevelChange> change = informed.around(asked, List.of())
                    .grounds(new PlannedRun(8, asked))
                    .change();
            if (job.equals("b") || job.equals("d")) {
                assertThat(change.orElseThrow().ratio()).isCloseTo(job.equals("b") ? 1.4 : 0.7, within(0.1));
                assertThat(change.get().since())
                        .isBetween(ProcessHistories.START.plusDays(17), ProcessHistories.START.plusDays(19));
                assertThat(change.get().before()).isBefore(change.get().since());
            } else {
                assertThat(change).as(job).isEmpty();
            }
        }
    }

    /** What is believed of a level follows it slowly where some of the runs may be stragglers: its day is that of the runs all the same. */
    @ParameterizedTest
    @ValueSource(ints = {8, 10, 15, 20})
    void theDayOfAReleaseIsToldAmongStragglers(int nights) {
        SplittableRandom random = new SplittableRandom(nights);
        List<Run> some = new ArrayList<>();
        for (Run run : new ProcessHistories(3).job("b", "m", 90, 1.4, nights).runs) {
            double noise = Math.exp(0.04 * random.nextGaussian());
            some.add(times(random.nextDouble() < 0.1 ? 2.5 * noise : noise, run));
        }
        LevelChange change = changeOfB(some);
        assertThat(change.since()).isEqualTo(ProcessHistories.START.plusDays(90 - nights));
        assertThat(change.ratio()).isCloseTo(1.4, within(0.2));
    }

    /** It has no day: it is told as of the newest run. */
    @Test
    void whatChangesLittleByLittleHasNoDay() {
        List<Run> some = new ArrayList<>();
        for (Run run : new ProcessHistories(3).job("b", "m", 60, 1, 0).runs) {
            some.add(times(Math.exp(0.01 * some.size()), run));
        }
        LevelChange change = changeOfB(some);
        assertThat(change.since()).isEqualTo(ProcessHistories.START.plusDays(59));
    }

    private static LevelChange changeOfB(List<Run> runs) {
        PropertyValues asked = ProcessHistories.properties("b", "m", 60_000);
        return new ProcessOfHistory(fitted(runs), runs)
                .around(asked, List.of())
                .grounds(new PlannedRun(8, asked))
                .change()
                .orElseThrow();
    }

    private static Run times(double factor, Run run) {
        return new Run(run.scaleOut(), factor * run.runtime(), run.properties(), run.measured());
    }

    @Test
    void aRunThatWasStoppedHasTakenLongerThanItsLimit() {
        ProcessHistories histories = ProcessHistories.steady(1);
        RunProcess process = fitted(histories.runs);
        PropertyValues asked = ProcessHistories.properties("g", "m", 60_000);
        histories.add("g", "m", 16, 60_000, 1, ProcessHistories.START.plusDays(20));
        double truth = ProcessHistories.truth("g", 4, 60_000);
        RuntimeDistribution without = forecast(process, histories.runs, 4, asked);
        RuntimeDistribution early = forecast(process, with(histories.runs, asked, 0.2 * truth), 4, asked);
        assertThat(early.median()).isCloseTo(without.median(), within(0.01 * truth));
        double limit = without.quantile(0.8);
        RuntimeDistribution late = forecast(process, with(histories.runs, asked, limit), 4, asked);
        assertThat(late.median()).isGreaterThan(limit);
        // as a runtime it would be the median
        assertThat(late.cumulative(limit)).isLessThan(0.2);
    }

    private static List<Run> with(List<Run> runs, PropertyValues properties, double limit) {
        List<Run> all = new ArrayList<>(runs);
        all.add(new Run(4, limit, properties, Optional.of(ProcessHistories.START.plusDays(21)), false));
        return all;
    }

    /** Whoever does not say how large the data are gets no answer as sure as if they were as large as usual. */
    @Test
    void whatIsNotToldMakesNobodySurer() {
        ProcessHistories histories = new ProcessHistories(6);
        for (String job : List.of("a", "b", "c", "d", "e")) {
            for (int day = 0; day < 16; day++) {
                histories.add(job, "m", 8, 20_000 << day % 4, 1, ProcessHistories.START.plusDays(day));
            }
        }
        RunProcess process = fitted(histories.runs);
        RuntimeDistribution told = forecast(process, histories.runs, 8, ProcessHistories.properties("e", "m", 56_569));
        PropertyValues untold = PropertyValues.of(
                ProcessHistories.properties("e", "m", 1).definitions(), Map.of("job_args", "e", "machine_type", "m"));
        RuntimeDistribution guessed = forecast(process, histories.runs, 8, untold);
        assertThat(guessed.interval(0.9).lower()).isLessThan(ProcessHistories.truth("e", 8, 30_000));
        assertThat(guessed.interval(0.9).upper()).isGreaterThan(ProcessHistories.truth("e", 8, 100_000));
        assertThat(told.interval(0.9).upper() / told.interval(0.9).lower()).isLessThan(1.2);
    }

    /** How much machines differ is known better from eight of them than from two. */
    @Test
    void anUnseenValueIsAsDoubtfulAsFewOthersTell() {
        double two = unseenMachine(2);
        double eight = unseenMachine(8);
        assertThat(two).isGreaterThan(2.2 * eight);
    }

    private static double unseenMachine(int machines) {
        ProcessHistories histories = new ProcessHistories(8);
        for (int machine = 0; machine < machines; machine++) {
            for (int day = 0; day < 64 / machines; day++) {
                histories.add(
                        "c",
                        "m" + machine,
                        4 + 4 * (day % 4),
                        60_000,
                        machine % 2 == 0 ? 1 : 1.3,
                        ProcessHistories.START.plusDays(day));
            }
        }
        RuntimeDistribution unseen =
                forecast(fitted(histories.runs), histories.runs, 8, ProcessHistories.properties("c", "other", 60_000));
        return Math.log(unseen.interval(0.9).upper() / unseen.interval(0.9).lower());
    }
}

package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.job.Companions;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that hung, or failed at once and were taken for such as ended, in a history without any stragglers. */
class FarRunsTest {

    private static final List<Run> STEADY = ProcessTest.STEADY.runs;
    private static final RunProcess KNOWS_NONE = ProcessTest.fitted(STEADY);
    private static final PropertyValues ASKED = ProcessHistories.properties("b", "m", 60_000);
    private static final double TRUTH = ProcessHistories.truth("b", 8, 60_000);

    private static Run far(double factor, LocalDate day, boolean finished) {
        return new Run(8, factor * TRUTH, ASKED, Optional.of(day), finished);
    }

    private static double ofMedian(RunProcess process, List<Run> history) {
        return ProcessTest.forecast(process, history, 8, ASKED, List.of()).median() / TRUTH;
    }

    private static List<Run> and(List<Run> more) {
        List<Run> all = new ArrayList<>(STEADY);
        all.addAll(more);
        return all;
    }

    @ParameterizedTest
    @CsvSource({"30, true", "30, false", "2, true", "0.05, true"})
    void oneSinceItWasLearnedSaysNothingOfOthers(double factor, boolean finished) {
        Run far = far(factor, ProcessHistories.START.plusDays(10), finished);
        assertThat(KNOWS_NONE.scatter().share()).isZero();
        assertThat(ofMedian(KNOWS_NONE, and(List.of(far)))).isCloseTo(ofMedian(KNOWS_NONE, STEADY), within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"30, true", "30, false", "0.05, true"})
    void oneIsNoNoiseOfAll(double factor, boolean finished) {
        Run far = far(factor, ProcessHistories.START.plusDays(10), finished);
        List<Run> runs = finished ? and(List.of(far)) : STEADY;
        List<Run> stopped = finished ? List.of() : List.of(far);
        RunProcess process = ProcessFit.of(ProcessHistories.PIPELINE, runs, Companions.ofStopped("own", stopped))
                .orElseThrow()
                .process();
        assertThat(process.scatter().share()).isBetween(0.001, 0.03);
        assertThat(process.scatter().deviation()).isCloseTo(ProcessHistories.NOISE, within(0.005));
        assertThat(ofMedian(process, and(List.of(far)))).isCloseTo(1, within(0.03));
    }

    /** Without days nobody knows what is new; but so many are no exception. */
    @Test
    void withoutDaysOnlyManyAreAChange() {
        List<Run> undated = STEADY.stream().map(FarRunsTest::undated).toList();
        RunProcess process = ProcessTest.fitted(undated);
        assertThat(process.scatter().share()).isZero();
        List<Run> runs = new ArrayList<>(undated);
        for (int run = 0; run < 10; run++) {
            PropertyValues other = ProcessHistories.properties("b", "m", 54_000 + 1_000 * run);
            runs.add(0, new Run(8, 2 * TRUTH, other, Optional.empty()));
            if (run == 3) {
                assertThat(ofMedian(process, runs)).isCloseTo(ofMedian(process, undated), within(0.01));
            }
        }
        assertThat(ofMedian(process, runs)).isGreaterThan(1.4);
    }

    private static Run undated(Run run) {
        return new Run(run.scaleOut(), run.runtime(), run.properties(), Optional.empty());
    }

    /** What is far where nothing was known may be how the job scales, or grows. */
    @ParameterizedTest
    @CsvSource({"10, 60000, 3", "2, 60000, 3", "8, 600000, 10"})
    void whatWasNeverTriedIsBelieved(int scaleOut, int size, double factor) {
        PropertyValues asked = ProcessHistories.properties("b", "m", size);
        double seconds = factor * ProcessHistories.truth("b", scaleOut, size);
        Run tried = new Run(scaleOut, seconds, asked, Optional.of(ProcessHistories.START.plusDays(10)));
        double median = ProcessTest.forecast(KNOWS_NONE, and(List.of(tried)), scaleOut, asked, List.of())
                .median();
        double before = ProcessTest.forecast(KNOWS_NONE, STEADY, scaleOut, asked, List.of())
                .median();
        assertThat(median).isGreaterThan(1.05 * before);
    }

    /** Of repetitions the others count as ever. */
    @Test
    void besideOneThatHungOthersOfItsConfigurationCount() {
        LocalDate day = ProcessHistories.START.plusDays(10);
        List<Run> usual = List.of(far(1.01, day, true), far(1.02, day, true));
        List<Run> withOne = new ArrayList<>(usual);
        withOne.add(far(30, day, true));
        assertThat(ofMedian(KNOWS_NONE, and(withOne)))
                .isCloseTo(ofMedian(KNOWS_NONE, and(usual)), within(0.003))
                .isNotCloseTo(ofMedian(KNOWS_NONE, STEADY), within(0.0003));
    }

    /** Where a job ran seldom on as many machines, a law could bend to the one that hung, and be wrong for all. */
    @ParameterizedTest
    @CsvSource({"30, 0", "3, 0", "1.4, 1"})
    void noLawBendsToOneThatHung(double factor, int usual) {
        List<Run> runs = new ArrayList<>(STEADY);
        runs.removeIf(run -> run.scaleOut() == 16);
        double truth = ProcessHistories.truth("b", 16, 60_000);
        LocalDate day = ProcessHistories.START.plusDays(10);
        runs.add(new Run(16, factor * truth, ASKED, Optional.of(day)));
        for (int run = 0; run < usual; run++) {
            runs.add(new Run(16, truth, ASKED, Optional.of(day.plusDays(9))));
        }
        RunProcess process = ProcessTest.fitted(runs);
        assertThat(process.scatter().share()).isBetween(0.001, 0.03);
        assertThat(process.scatter().deviation()).isCloseTo(ProcessHistories.NOISE, within(0.005));
        double median =
                ProcessTest.forecast(process, runs, 16, ASKED, List.of()).median();
        assertThat(Math.log(median / truth)).isCloseTo(0, within(0.08));
    }

    /** So many were no chance. */
    @Test
    void whatIsManyTimesFarIsNoException() {
        ProcessHistories histories = new ProcessHistories(3);
        for (String job : List.of("a", "b", "c", "d")) {
            histories.job(job, "m", 80, 1, 0);
        }
        List<Run> runs = new ArrayList<>();
        for (Run run : histories.runs) {
            double factor = runs.size() % 27 == 0 ? 20 : 1;
            runs.add(new Run(run.scaleOut(), factor * run.runtime(), run.properties(), run.measured()));
        }
        ProcessColumns columns = ColumnsFit.of(ProcessHistories.PIPELINE, runs, Companions.NONE);
        List<Cell> cells = Cells.of(runs, columns, Relevances.ALIKE);
        List<CellMean> means =
                cells.stream().map(cell -> CellMean.median(cell.logs(), 5)).toList();
        Evidence evidence = new Evidence(
                columns, new Terms(columns), cells.stream().map(Cell::place).toList(), means, LevelSteps.NONE);
        assertThat(FirstLook.at(evidence, evidence.believed())).isEqualTo(means);
    }
}

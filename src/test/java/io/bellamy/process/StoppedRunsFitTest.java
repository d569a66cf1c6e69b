package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.process.ProcessFit.FittedProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs that were stopped are learned from, as what they are. */
class StoppedRunsFitTest {

    private static final double DEVIATION = 0.25;

    private static FittedProcess fitted(List<Run> runs, List<Run> stopped) {
        return ProcessFit.of(ProcessHistories.PIPELINE, runs, Companions.ofStopped("own", stopped))
                .orElseThrow();
    }

    private static Run stopped(Run run, double limit) {
        return new Run(run.scaleOut(), limit, run.properties(), run.measured(), false);
    }

    /** A limit at the median hides half of what runs differ by. */
    @Test
    void whatALimitHidesOfTheNoiseIsFilledIn() {
        SplittableRandom random = new SplittableRandom(5);
        List<Run> finished = new ArrayList<>();
        List<Run> stopped = new ArrayList<>();
        List<Run> full = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            int size = 50_000 + 100 * i;
            Run run = new Run(
                    8,
                    500 * Math.exp(DEVIATION * random.nextGaussian()),
                    ProcessHistories.properties("a", "m", size),
                    Optional.empty());
            full.add(run);
            if (run.runtime() < 500) {
                finished.add(run);
            } else {
                stopped.add(stopped(run, 500));
            }
        }
        assertThat(stopped).hasSizeBetween(60, 90);
        RunProcess all = fitted(finished, stopped).process();
        RunScatter whole = fitted(full, List.of()).process().scatter();
        RunScatter seen = fitted(finished, List.of()).process().scatter();
        assertThat(all.scatter().deviation()).isCloseTo(whole.deviation(), within(0.2 * whole.deviation()));
        assertThat(seen.deviation()).isLessThan(0.7 * whole.deviation());
        assertThat(all.scatter().freedom())
                .as("what is filled in tells nothing new")
                .isLessThan(finished.size());
        List<Run> known = new ArrayList<>(finished);
        known.addAll(stopped);
        double median = ProcessTest.forecast(all, known, 8, ProcessHistories.properties("a", "m", 57_500), List.of())
                .median();
        assertThat(Math.log(median / 500)).isCloseTo(0, within(0.06));
    }

    /** Where a job is held out, its stopped runs are not known either. */
    @Test
    void stoppedRunsAreHeldOutWithTheirJob() {
        List<Run> runs = ProcessHistories.steady(7).runs;
        List<Run> ofC = runs.stream()
                .filter(run -> run.essential("job_args").equals("c"))
                .limit(5)
                .map(run -> stopped(
                        new Run(
                                run.scaleOut(),
                                run.runtime(),
                                run.properties(),
                                run.measured().map(day -> day.plusDays(40))),
                        20 * run.runtime()))
                .collect(Collectors.toList());
        Run first = runs.stream()
                .filter(run -> run.essential("job_args").equals("c"))
                .findFirst()
                .orElseThrow();
        ofC.add(stopped(first, first.runtime() / 2));
        LeftOutJob with = jobC(fitted(runs, ofC));
        LeftOutJob without = jobC(fitted(runs, List.of()));
        assertThat(with.size()).isEqualTo(without.size());
        assertThat(median(with)).isCloseTo(median(without), within(0.2));
        assertThat(with.runs(0)).allMatch(Run::finished);
    }

    private static LeftOutJob jobC(FittedProcess fitted) {
        return fitted.jobs().stream()
                .filter(job -> job.runs(0).get(0).essential("job_args").equals("c"))
                .findFirst()
                .orElseThrow();
    }

    private static double median(LeftOutJob job) {
        return job.at(0, List.of(), 0).stream()
                .mapToDouble(part -> part.weight() * part.mean())
                .sum();
    }

    /** Cells that nobody asks about tell of their job as others do of theirs, and would make it look well known. */
    @Test
    void howFarOffJobsAreIsLearnedWithoutTheirStoppedRuns() {
        List<Run> runs = new ArrayList<>();
        for (int job = 0; job < 8; job++) {
            for (int scaleOut = 4; scaleOut <= 10; scaleOut++) {
                runs.add(new Run(scaleOut, 100, ProcessHistories.properties("j" + job, "m", 10_000), Optional.empty()));
            }
        }
        ProcessColumns columns = ColumnsFit.of(ProcessHistories.PIPELINE, runs, Companions.NONE);
        List<Cell> cells = Cells.of(runs, columns, Relevances.ALIKE);
        List<CellMean> means = cells.stream()
                .map(cell -> new CellMean(0.8 * (cell.place().texts().hashCode() % 3), 1, 0, 0))
                .toList();
        Evidence evidence = new Evidence(
                columns, new Terms(columns), cells.stream().map(Cell::place).toList(), means, LevelSteps.NONE);
        Map<List<String>, List<Integer>> asked = Cells.numbersByJob(cells);
        LogVariance whole =
                new HeldOutFit(evidence, evidence.believed()).of(asked).unseen();
        asked.replaceAll((texts, own) -> own.subList(0, 3));
        LogVariance some =
                new HeldOutFit(evidence, evidence.believed()).of(asked).unseen();
        assertThat(some.level()).isCloseTo(whole.level(), within(0.3));
    }

    /** Where there are too many cells, either kind keeps its share of them. */
    @Test
    void ofManyAsManyAreChosenAsThereAre() {
        List<Run> runs = new ArrayList<>();
        for (int size = 10_000; size < 10_900; size++) {
            runs.add(new Run(4, 100, ProcessHistories.properties("a", "m", size), Optional.empty()));
        }
        List<Run> stopped =
                runs.stream().limit(300).map(run -> stopped(run, 90)).toList();
        List<Run> finished = runs.subList(300, 900);
        Companions companions = Companions.ofStopped("own", stopped);
        ProcessColumns columns = ColumnsFit.of(ProcessHistories.PIPELINE, finished, companions);
        ChosenCells chosen = ChosenCells.of(columns, finished, companions);
        assertThat(chosen.stopped()).hasSize(133).allMatch(cell -> cell.logs().isEmpty());
        assertThat(chosen.finished()).hasSize(267).allMatch(cell -> cell.limits()
                .isEmpty());
        assertThat(chosen.others()).isEmpty();
        assertThat(ChosenCells.of(columns, finished.subList(0, 1), companions).finished())
                .hasSize(1);
    }
}

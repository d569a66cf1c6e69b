package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.process.LevelSteps.JobStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a step, and what is a level that is never the same. */
class FirstStepsTest {

    private static final int NIGHTS = 60;
    private static final int STOPPED = 5;

    /** @param level of a night, ln of the factor */
    private static LevelSteps steps(long seed, IntToDoubleFunction level) {
        ProcessHistories histories = new ProcessHistories(seed);
        for (int night = 0; night < NIGHTS; night++) {
            double factor = Math.exp(level.applyAsDouble(night));
            LocalDate day = ProcessHistories.START.plusDays(night);
            histories.add("b", "m", 4 + 2 * (night % 3), 50_000 + night * 7_919 % 20_000, factor, day);
        }
        return steps(histories.runs);
    }

    private static LevelSteps steps(List<Run> runs) {
        ProcessColumns columns = ColumnsFit.of(ProcessHistories.PIPELINE, runs, Companions.NONE);
        List<Cell> cells = Cells.of(runs, columns, Relevances.ALIKE);
        double mean = 5;
        List<CellMean> means = CompletedCells.atLimits(cells).stream()
                .map(own -> CellMean.median(own, mean))
                .toList();
        Evidence evidence = new Evidence(
                columns, new Terms(columns), cells.stream().map(Cell::place).toList(), means, LevelSteps.NONE);
        RunScatter scatter = new RunScatter(0.03, 0, 0, 0, 0, 0);
        return new FirstSteps(evidence, cells, mean, scatter).from(evidence.believed());
    }

    /** It looks like a step to who believes that levels stay as they are. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whereALevelMovesEveryNightThereIsNoStep(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] walk = new double[NIGHTS];
        for (int night = 1; night < NIGHTS; night++) {
            walk[night] = walk[night - 1] + 0.06 * random.nextGaussian();
        }
        assertThat(steps(seed, night -> walk[night]).all()).isEmpty();
    }

    /** That its last nights were stopped, somewhat above what they would be expected to take, makes it no other level. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void norDoStoppedNightsMakeOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ProcessHistories histories = new ProcessHistories(seed);
        double level = 0;
        for (int night = 0; night < NIGHTS; night++) {
            level += 0.06 * random.nextGaussian();
            histories.add("b", "m", 8, 50_000 + night, Math.exp(level), ProcessHistories.START.plusDays(night));
        }
        List<Run> runs = new ArrayList<>(histories.runs);
        double limit = 1.35 * runs.get(NIGHTS - STOPPED - 1).runtime();
        for (int night = NIGHTS - STOPPED; night < NIGHTS; night++) {
            Run run = runs.get(night);
            runs.set(night, new Run(run.scaleOut(), limit, run.properties(), run.measured(), false));
        }
        assertThat(steps(runs).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 30})
    void aReleaseIsAStep(int nights) {
        int first = NIGHTS - nights;
        assertThat(steps(nights, night -> night < first ? 0 : 0.3).all())
                .containsExactly(new JobStep(
                        List.of("m"), ProcessHistories.START.plusDays(first).toEpochDay()));
    }

    /** However much the runs of all jobs differ, what is no step does not hide one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void amongNoiseTheStepOfOneJobIsTheOnlyOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ProcessHistories histories = new ProcessHistories(seed);
        for (String job : List.of("a", "b", "c", "d")) {
            for (int night = 0; night < NIGHTS; night++) {
                double factor = Math.exp(0.2 * random.nextGaussian()) * (job.equals("b") && night >= 40 ? 2.5 : 1);
                histories.add(job, "m", 8, 50_000 + night, factor, ProcessHistories.START.plusDays(night));
            }
        }
        assertThat(steps(histories.runs).all()).hasSize(1).allSatisfy(step -> {
            assertThat(step.job()).containsExactly("m", "b");
            assertThat(step.day())
                    .isBetween(
                            ProcessHistories.START.plusDays(38).toEpochDay() + 0.0,
                            ProcessHistories.START.plusDays(42).toEpochDay() + 0.0);
        });
    }
}

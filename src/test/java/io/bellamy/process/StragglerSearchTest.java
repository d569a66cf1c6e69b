package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** What repetitions alone tell: cells of five runs each, of which others know nothing. */
class StragglerSearchTest {

    private static final int CELLS = 150;
    private static final int RUNS = 5;
    private static final double DEVIATION = 0.02;
    private static final double SHIFT = 0.8;

    private final SplittableRandom random = new SplittableRandom(1);
    private final double[] medians = new double[CELLS];

    /**
     * Cells around medians of their own.
     *
     * @param late for a cell and a run 1 if it is a straggler, -1 if it is early, else 0
     */
    private CellViews cells(IntBinaryOperator late) {
        List<List<Double>> cells = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            medians[cell] = random.nextDouble(-2, 2);
            List<Double> logs = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                logs.add(medians[cell] + SHIFT * late.applyAsInt(cell, run) + DEVIATION * random.nextGaussian());
            }
            cells.add(logs);
        }
        double[] unknown = new double[CELLS];
        Arrays.fill(unknown, 10);
        return new CellViews(cells, new double[CELLS], unknown, 0);
    }

    /** How many cells are measured elsewhere than where their median is, with some weight. */
    private long misread(CellViews cells, RunScatter found) {
        List<CellMean> measured = cells.measured(found);
        long far = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            CellMean own = measured.get(cell);
            far += own.weight() > 0.5 && Math.abs(own.value() - medians[cell]) > 4 * DEVIATION ? 1 : 0;
        }
        return far;
    }

    /** Where it is a property of a cell that some of its runs are fast, the others are no stragglers. */
    @Test
    void theMajorityIsUsualWhereStragglersAreRare() {
        CellViews cells = cells((cell, run) -> run > 1 ? 0 : cell < 10 ? -1 : cell < 17 ? 1 : 0);
        RunScatter found = new StragglerSearch(cells).fromRepetitions().orElseThrow();
        assertThat(found.early()).isCloseTo(20.0 / CELLS / RUNS, within(0.01));
        assertThat(found.share()).isCloseTo(14.0 / CELLS / RUNS, within(0.01));
        assertThat(misread(cells, found)).isZero();
    }

    /** Where every run is late with the same chance, most of a cell may be, and none is early. */
    @Test
    void mostOfACellMayBeLateWhereManyAre() {
        CellViews cells = cells((cell, run) -> random.nextDouble() < 0.3 ? 1 : 0);
        RunScatter found = new StragglerSearch(cells).fromRepetitions().orElseThrow();
        assertThat(found.early()).isZero();
        assertThat(found.share()).isCloseTo(0.3, within(0.05));
        assertThat(found.shift()).isCloseTo(SHIFT, within(0.1));
        assertThat(misread(cells, found)).isZero();
    }

    @Test
    void thereMayBeNone() {
        assertThat(new StragglerSearch(cells((cell, run) -> 0)).fromRepetitions())
                .isEmpty();
    }

    /** A quarter of the runs take 1.8 times as long: others took them for usual runs, and say that much more of each cell. */
    @Test
    void manyThatAreNearAreFoundAmongSingleRuns() {
        double shift = Math.log(1.8);
        List<List<Double>> cells = new ArrayList<>();
        double[] said = new double[CELLS];
        double[] variances = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            double median = random.nextDouble(-2, 2);
            double late = cell % 4 == 0 ? shift : 0;
            cells.add(List.of(median + late + DEVIATION * random.nextGaussian()));
            said[cell] = median + shift / 4 + 0.1 * random.nextGaussian();
            variances[cell] = 0.01;
        }
        RunScatter taken = new RunScatter(0.28, 0, 0, 0, 0, CELLS);
        StragglerSearch.FoundScatter found =
                new StragglerSearch(new CellViews(cells, said, variances, 0)).from(taken, true);
        // they are believed to be rare
        assertThat(found.scatter().share()).isBetween(0.15, 0.25);
        assertThat(found.scatter().shift()).isCloseTo(shift, within(0.05));
        assertThat(found.scatter().deviation()).isLessThan(0.1);
    }
}

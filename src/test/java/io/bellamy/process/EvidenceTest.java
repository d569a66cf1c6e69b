package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellamy.job.Companions;
import io.bellamy.process.CellInverse.SeenByOthers;
import io.bellamy.process.ForetoldCells.SeenBefore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final double STEP = 1e-5;

    /** By every parameter, at a place where none is as believed. */
    @Test
    void theGradientIsThatOfTheHeight() {
        ProcessHistories histories = ProcessHistories.steady(6);
        ProcessColumns columns = ColumnsFit.of(ProcessHistories.PIPELINE, histories.runs, Companions.NONE);
        assertThat(columns.days()).isPresent();
        List<Cell> cells = Cells.of(histories.runs, columns, Relevances.ALIKE).stream()
                .limit(30)
                .map(cell -> cell.with(cell.scaleOut() == 8 ? 0.5 : 1))
                .toList();
        List<CellMean> means = new ArrayList<>();
        for (Cell cell : cells) {
            means.add(new CellMean(cell.logs().get(0) - 5, cell.scaleOut() / 4.0, 0.001 * cell.scaleOut(), 2));
        }
        Evidence evidence = new Evidence(
                columns, new Terms(columns), cells.stream().map(Cell::place).toList(), means, LevelSteps.NONE);
        double[] parameters = evidence.believed();
        for (int p = 0; p < parameters.length; p++) {
            parameters[p] += 0.3 * Math.sin(p + 1);
        }
        List<Double> gradient = evidence.at(parameters).orElseThrow().gradient();
        for (int p = 0; p < parameters.length; p++) {
            double before = parameters[p];
            parameters[p] = before + STEP;
            double above = evidence.at(parameters).orElseThrow().height();
            parameters[p] = before - STEP;
            double below = evidence.at(parameters).orElseThrow().height();
            parameters[p] = before;
            double slope = (above - below) / (2 * STEP);
            assertThat(gradient.get(p))
                    .as("parameter " + p)
                    .isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
        }
    }

    /** Of each day the days before tell as much as if there were no other. */
    @Test
    void whatEarlierCellsSayIsWhatTheySayAlone() {
        ProcessHistories histories = new ProcessHistories(6)
                .job("a", "m", 12, 1, 0)
                .job("b", "m", 12, 1.2, 4)
                .job("c", "n", 12, 1, 0);
        ProcessColumns columns = ColumnsFit.of(ProcessHistories.PIPELINE, histories.runs, Companions.NONE);
        List<Cell> cells = Cells.of(histories.runs, columns, Relevances.ALIKE);
        List<CellMean> means =
                cells.stream().map(cell -> CellMean.median(cell.logs(), 5)).toList();
        Evidence all = new Evidence(
                columns, new Terms(columns), cells.stream().map(Cell::place).toList(), means, LevelSteps.NONE);
        double[] parameters = all.believed();
        List<Integer> order = new ForetoldCells(all, parameters).byDay();
        assertThat(order)
                .hasSize(36)
                .isNotEqualTo(IntStream.range(0, 36).boxed().toList());
        List<SeenBefore> ahead = ForetoldCells.ahead(all.some(order), parameters);
        for (int day = 1; day < 12; day++) {
            SeenByOthers seen = all.some(order.subList(0, 3 * day + 3))
                    .together(parameters)
                    .without(List.of(3 * day, 3 * day + 1, 3 * day + 2))
                    .orElseThrow();
            for (int i = 0; i < 3; i++) {
                SeenBefore own = ahead.get(3 * day + i);
                assertThat(own.surprise()).isCloseTo(seen.surprise(i), within(1e-9));
                assertThat(own.variance()).isCloseTo(seen.covariance()[i][i], within(1e-9));
            }
        }
    }
}

package io.bellamy.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The simulation beside clusters whose times can be worked out by hand. */
class ClusterSimulationTest {

    private static final List<Double> WARM = List.of();

    @Test
    void executorsThatWaitForNobodyShareTheItems() {
        CostModel model = new CostModel(5, 0, 1, 1, 2, 0, WARM, 0.5, 0, 1000);
        assertThat(ClusterSimulation.apart(model, 4, 2).run(40).seconds()).isEqualTo(5 + 10 * 2.5 + 1, within(1e-6));
        assertThat(ClusterSimulation.apart(model, 4, 2).run(41).seconds()).isEqualTo(5 + 11 * 2.5 + 1, within(1e-6));
        assertThat(ClusterSimulation.apart(model, 100, 2).run(40).seconds()).isEqualTo(5 + 2.5 + 1, within(1e-6));
    }

    @Test
    void anExecutorThatIsNotWarmTakesLonger() {
        CostModel model = new CostModel(0, 0, 1, 0, 1, 0, List.of(3.0, 1.0), 0, 0, 0);
        assertThat(ClusterSimulation.apart(model, 1, 1).run(5).seconds()).isEqualTo(4 + 2 + 3, within(1e-6));
        assertThat(ClusterSimulation.apart(model, 5, 1).run(5).seconds()).isEqualTo(4, within(1e-6));
    }

    @Test
    void whatIsLongestBeginsFirst() {
        CostModel model = new CostModel(0, 0, 1, 0, 1, 7, WARM, 0, 0, 0);
        assertThat(ClusterSimulation.apart(model, 2, 1).run(11).seconds()).isEqualTo(9, within(1e-6));
        assertThat(ClusterSimulation.apart(model, 10, 1).run(11).seconds()).isEqualTo(8, within(1e-6));
    }

    @Test
    void beyondWhatTheDriverKeepsUpWithMoreExecutorsGainNothing() {
        CostModel model = new CostModel(0, 0, 1, 0, 1, 0, WARM, 0, 0.01, 0);
        ClusterSimulation.Outcome few = ClusterSimulation.apart(model, 50, 1).run(10_000);
        ClusterSimulation.Outcome many = ClusterSimulation.apart(model, 1000, 1).run(10_000);
        assertThat(few.seconds()).isEqualTo(200, within(4.0));
        assertThat(few.working()).isGreaterThan(0.97);
        assertThat(many.seconds()).isEqualTo(100, within(2.0));
        assertThat(many.driver()).isGreaterThan(0.98);
        assertThat(many.working()).isEqualTo(0.1, within(0.01));
    }

    @Test
    void onOneMachineTheDriverTakesItsTimeFromTheExecutors() {
        CostModel model = new CostModel(0, 10, 1, 0, 1, 0, WARM, 0, 0.5, 0);
        double alone = ClusterSimulation.apart(model, 2, 2).run(100).seconds();
        double shared = ClusterSimulation.shared(model, 2, 2).run(100).seconds();
        assertThat(alone).isEqualTo(50, within(1.0));
        assertThat(shared).isEqualTo(10 + 75, within(1.5));
    }

    /** What a cluster of known costs does is taken apart into these costs. */
    @Test
    void theFitFindsTheCostsThatRunsWereMadeOf() {
        List<MeasuredRun> runs = new ArrayList<>();
        for (int[] run : new int[][] {{1, 20}, {1, 40}, {2, 40}}) {
            int workers = run[0];
            int items = run[1];
            List<TaskTime> tasks = new ArrayList<>();
            double time = workers == 1 ? 7 : 8.5;
            for (int i = 0; i < items; i++) {
                double working = 2 + (i == 0 ? 3 : i == 2 ? 20 : 0);
                tasks.add(new TaskTime("0", time, time + working + 0.1, working, 5000));
                time += working + 0.1 + 0.05;
            }
            double last = tasks.get(items - 1).finished();
            runs.add(new MeasuredRun("pretrain", "spark", "fit", workers, items, last + 2, 10 + 0.2 * items, tasks));
        }
        CostModel fit = CostModel.fit(runs, 2);
        assertThat(fit.start()).isEqualTo(7, within(1e-9));
        assertThat(fit.crowding()).isEqualTo(1.5, within(1e-9));
        assertThat(fit.end()).isEqualTo(2, within(1e-9));
        assertThat(ClusterSimulation.shared(fit, 2, 2).run(40).seconds())
                .as("what two on a machine are worth together, too")
                .isEqualTo(runs.get(2).seconds(), within(1e-6));
        assertThat(fit.item()).isEqualTo(2, within(1e-9));
        assertThat(fit.together()).isEqualTo(20, within(1e-9));
        assertThat(fit.warming().get(0)).isEqualTo(3, within(1e-9));
        assertThat(fit.warming().subList(1, 29)).allMatch(more -> Math.abs(more) < 1e-9);
        assertThat(fit.overhead()).isEqualTo(0.15, within(1e-9));
        assertThat(fit.driver()).isEqualTo(0.2, within(1e-9));
        assertThat(fit.replyBytes()).isEqualTo(5000);
    }
}

package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.bellamy.adaptation.CalibrationFit.Measured;
import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import io.bellamy.model.PerceptronShape.Activation;
import io.bellamy.natives.TensorEngine;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the networks of an ensemble are given, however many or few runs there are. */
class EnsembleBatchesTest extends EnsembleCases {

    @Test
    void moreConfigurationsThanAStepTakesAreLearnedFromInTurn() {
        List<Run> runs = new ArrayList<>();
        for (int scaleOut = 2; scaleOut < 202; scaleOut++) {
            for (int context = 0; context < 11; context++) {
                runs.add(SyntheticRuns.run(scaleOut, 100.0 * (context + 1) / scaleOut, context));
            }
        }
        EnsembleOptions options = new EnsembleOptions(
                2,
                List.of(new EnsembleOptions.PerceptronKind(1, 4, Activation.SILU, 1)),
                60,
                0.05,
                0.01,
                EnsembleOptions.Parts.BOTH);
        TrainedEnsemble trained = train(runs, options, SEED);
        assertThat(train(runs, options, SEED, 13, 47).ensemble()).isEqualTo(trained.ensemble());
        assertThat(trained.validation().loss())
                .isLessThan(train(runs, options, SEED, 0).validation().loss() / 2);
    }

    /** Every step deals out the configurations in full before any comes again. */
    @Test
    void aBatchHasDifferentConfigurationsAndSharesThatAddUpToOne() {
        List<Run> runs = new ArrayList<>();
        for (int scaleOut = 1; scaleOut <= 2100; scaleOut++) {
            runs.add(SyntheticRuns.run(scaleOut, 1 + scaleOut, scaleOut % 2));
        }
        Configurations configurations = new Configurations(Context.of(runs, List.of("data_size_MB")));
        double[][][] columns = new double[2][configurations.size()][1];
        boolean[][] seen = new boolean[2][configurations.size()];
        for (int row = 0; row < configurations.size(); row++) {
            for (int network = 0; network < 2; network++) {
                columns[network][row][0] = row;
                seen[network][row] = configurations.context(row) == network;
            }
        }
        try (NDManager manager = TensorEngine.newManager()) {
            PerceptronBatches batches = new PerceptronBatches(manager, columns, configurations, seen, new Seed(1));
            for (int step = 0; step < 2; step++) {
                PerceptronBatches.Batch batch = batches.batch(manager, step);
                float[] rows = batch.columns().toFloatArray();
                float[] shares = batch.shares().toFloatArray();
                float[] targets = batch.targets().toFloatArray();
                int taken = targets.length;
                assertThat(taken).isEqualTo(2048);
                Set<Float> different = new HashSet<>();
                double[] sums = new double[2];
                for (int i = 0; i < taken; i++) {
                    different.add(rows[i]);
                    assertThat(targets[i]).isCloseTo((float) configurations.targets((int) rows[i])[0], within(1e-6f));
                    for (int network = 0; network < 2; network++) {
                        float share = shares[network * taken + i];
                        sums[network] += share;
                        assertThat(share > 0).isEqualTo(seen[network][(int) rows[i]]);
                    }
                }
                assertThat(different).hasSize(2048);
                assertThat(sums).containsExactly(new double[] {1, 1}, within(1e-4));
            }
        }
    }

    @Test
    void worksWithOneRunOneContextAndTwo() {
        List<Run> two = SyntheticRuns.contexts(2);
        for (List<Run> runs : List.of(two.subList(0, 1), two.subList(0, 5), two, two.subList(4, 6))) {
            TrainedEnsemble trained = train(runs, FEW_STEPS, SEED);
            assertThat(trained.validation().mae()).isFinite();
            Run point = SyntheticRuns.run(4, 300, 9);
            AdaptedCurve adapted = AdaptedCurve.of(trained.ensemble(), trained.prior(), List.of(point));
            RuntimeDistribution runtime = adapted.at(4, point.properties());
            assertThat(runtime.quantile(0.05)).isPositive().isLessThan(runtime.median());
            assertThat(runtime.quantile(0.95)).isFinite().isGreaterThan(runtime.median());
        }
    }

    @Test
    void manyRepetitionsAreTakenInPartsAndAllCount() {
        List<Run> runs = new ArrayList<>(SyntheticRuns.contexts(3));
        for (int i = 0; i < 50; i++) {
            runs.add(SyntheticRuns.run(10, 10 + 0.01 * i, 0));
        }
        Configurations configurations = new Configurations(Context.of(runs, List.of("data_size_MB")));
        assertThat(configurations.size()).isEqualTo(15 + 7);
        assertThat(configurations.mostRuns()).isEqualTo(8);
        int counted = 0;
        for (int row = 0; row < configurations.size(); row++) {
            counted += configurations.targets(row).length;
        }
        assertThat(counted).isEqualTo(runs.size());
        TrainedEnsemble trained = train(runs, FEW_STEPS, SEED);
        assertThat(trained.validation().loss()).isFinite();
        assertThat(trained.prior().noise().deviation()).isPositive();
        assertThat(Configurations.measured(runs.subList(15, 65), run -> 2))
                .singleElement()
                .extracting(Measured::point)
                .satisfies(point -> {
                    assertThat(point.runs()).isEqualTo(50);
                    assertThat(point.residual()).isCloseTo((Math.log(10.24) + Math.log(10.25)) / 2 - 2, within(1e-12));
                });
    }

    /** Nothing is known but the runs: between two of them lies what is between them. */
    @Test
    void withoutPretrainingTheCurveGoesThroughTheRuns() {
        List<Run> points = List.of(SyntheticRuns.run(2, 100, 0), SyntheticRuns.run(8, 30, 0));
        AdaptedCurve model = AdaptedCurve.withoutPretraining(points);
        assertThat(model.at(2, Runs.values(Map.of())).quantile(0.5)).isCloseTo(100, within(5.0));
        assertThat(model.at(8, Runs.values(Map.of())).quantile(0.5)).isCloseTo(30, within(1.5));
        assertThat(model.at(4, Runs.values(Map.of())).quantile(0.5)).isBetween(40.0, 75.0);
    }
}

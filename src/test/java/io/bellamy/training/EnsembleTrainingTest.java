package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDManager;
import io.bellamy.adaptation.CalibrationFit.Measured;
import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.job.Runs;
import io.bellamy.model.Ensemble;
import io.bellamy.model.PerceptronShape.Activation;
import io.bellamy.natives.TensorEngine;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnsembleTrainingTest {

    private static final EnsembleOptions FEW_STEPS = SyntheticRuns.OPTIONS.withSteps(30);
    private static final Seed SEED = new Seed(5);

    private static TrainedEnsemble train(List<Run> runs, EnsembleOptions options, Seed seed, int... pieces) {
        try (NDManager manager = TensorEngine.newManager();
                EnsembleTraining training = new EnsembleTraining(manager, runs, GoldenData.PIPELINE, options, seed)) {
            if (pieces.length == 0) {
                training.run(options.steps());
            }
            for (int piece : pieces) {
                training.run(piece);
            }
            return training.trained();
        }
    }

    @Test
    void theSeedDecidesAndNotHowOftenOneLooks() {
        List<Run> runs = SyntheticRuns.contexts(6);
        Ensemble ensemble = train(runs, FEW_STEPS, SEED).ensemble();
        assertThat(ensemble.members()).hasSize(8);
        assertThat(Set.copyOf(ensemble.members())).hasSize(8);
        assertThat(train(runs, FEW_STEPS, SEED, 7, 22, 1).ensemble()).isEqualTo(ensemble);
        assertThat(train(runs, FEW_STEPS, new Seed(6)).ensemble().members())
                .doesNotContainAnyElementsOf(ensemble.members());
    }

    /**
     * The runtimes of a context are dealt out anew, so that mean and deviation of all runs, which every member is given,
     * stay as they were.
     */
    @Test
    void whoDoesNotSeeAContextLearnsNothingOfIt() {
        int hidden = 2;
        List<Run> runs = SyntheticRuns.contexts(6);
        List<Run> changed = new ArrayList<>(runs);
        List<Run> dealtOut = new ArrayList<>();
        List<Run> own = runs.subList(5 * hidden, 5 * hidden + 5);
        for (int i = 0; i < own.size(); i++) {
            dealtOut.add(SyntheticRuns.run(
                    own.get(i).scaleOut(), own.get(own.size() - 1 - i).runtime(), hidden));
        }
        Collections.copy(changed.subList(5 * hidden, 5 * hidden + 5), dealtOut);
        List<Ensemble.Member> before = train(runs, FEW_STEPS, SEED).ensemble().members();
        List<Ensemble.Member> after = train(changed, FEW_STEPS, SEED).ensemble().members();
        Folds folds = new Folds(6, 4, SEED.stream("folds"));
        int leftOut = 0;
        for (int member = 0; member < before.size(); member++) {
            boolean unseen = folds.leavesOut(member % folds.networks(), hidden);
            leftOut += unseen ? 1 : 0;
            assertThat(distance(before.get(member), after.get(member)) < 1e-4).isEqualTo(unseen);
        }
        assertThat(leftOut).isEqualTo(2);
    }

    private static double distance(Ensemble.Member one, Ensemble.Member other) {
        double most = 0;
        for (int i = 0; i < one.weights().size(); i++) {
            most = Math.max(
                    most, Math.abs(one.weights().get(i) - other.weights().get(i)));
        }
        return most;
    }

    @Test
    void learnsWhatHoldsInContextsThatItDidNotSee() {
        List<Run> runs = SyntheticRuns.contexts(8);
        double before = train(runs, SyntheticRuns.OPTIONS, SEED, 0).validation().loss();
        TrainedEnsemble trained = train(runs, SyntheticRuns.OPTIONS, SEED);
        assertThat(before).isGreaterThan(0.3);
        assertThat(trained.validation().loss()).isLessThan(0.1);
        // what was left out is harder than what was seen
        double all = 0;
        for (Run run : runs) {
            all += Math.abs(trained.ensemble().logRuntime(run.scaleOut(), run.properties()) - Math.log(run.runtime()));
        }
        assertThat(all / runs.size()).isLessThan(trained.validation().loss());
    }

    /** Every run is left out once, by hand. */
    @Test
    void isJudgedByTheMembersThatDidNotSee() {
        List<Run> runs = SyntheticRuns.contexts(6);
        TrainedEnsemble trained = train(runs, FEW_STEPS, SEED);
        Ensemble ensemble = trained.ensemble();
        Folds folds = new Folds(6, 4, SEED.stream("folds"));
        double absolute = 0;
        for (int i = 0; i < runs.size(); i++) {
            List<Ensemble.Member> members = new ArrayList<>();
            for (int member = 0; member < ensemble.members().size(); member++) {
                if (folds.leavesOut(member % folds.networks(), i / 5)) {
                    members.add(ensemble.members().get(member));
                }
            }
            Run run = runs.get(i);
            double predicted = Math.exp(new Ensemble(ensemble.mean(), ensemble.deviation(), members)
                    .logRuntime(run.scaleOut(), run.properties()));
            absolute += Math.abs(predicted - run.runtime());
        }
        assertThat(trained.validation().mae()).isCloseTo(absolute / runs.size(), within(1e-9));
    }

    /** A job that is bound by cores; the machine type asked about has never been seen, its name says nothing. */
    @Test
    void aMachineTypeNeverSeenIsPredictedFromItsCoresAndMemory() {
        List<Run> runs = new ArrayList<>();
        for (int size = 1; size <= 4; size++) {
            for (int cores : List.of(2, 4, 16)) {
                for (int scaleOut : List.of(2, 4, 6, 8, 12)) {
                    runs.add(onMachine("type-" + cores, cores, size, scaleOut));
                }
            }
        }
        EnsembleOptions options = SyntheticRuns.OPTIONS.withSteps(400);
        Ensemble ensemble = train(runs, options, SEED).ensemble();
        for (int size = 1; size <= 4; size++) {
            for (int scaleOut : List.of(2, 6, 12)) {
                Run unseen = onMachine("type-8", 8, size, scaleOut);
                assertThat(Math.exp(ensemble.logRuntime(scaleOut, unseen.properties())))
                        .isCloseTo(unseen.runtime(), withinPercentage(15));
            }
        }
    }

    private static Run onMachine(String type, int cores, int size, int scaleOut) {
        return Runs.run(
                scaleOut,
                4000.0 * size / (cores * scaleOut),
                Map.of(
                        "machine_type",
                        type,
                        "data_size_MB",
                        String.valueOf(1000 * size),
                        "memory",
                        String.valueOf(4 * cores * scaleOut),
                        "slots",
                        String.valueOf(cores * scaleOut)));
    }

    @Test
    void everyContextIsLeftOutInEveryDivisionAndWhereThereAreFewThereAreMoreDivisions() {
        for (int contexts : List.of(1, 2, 5, 12, 30)) {
            Folds folds = new Folds(contexts, 12, SEED);
            assertThat(folds.networks()).isBetween(12, 15);
            for (int context = 0; context < contexts; context++) {
                int without = 0;
                for (int network = 0; network < folds.networks(); network++) {
                    without += folds.leavesOut(network, context) ? 1 : 0;
                }
                assertThat(without).isEqualTo(contexts == 1 ? 0 : folds.networks() / Math.min(contexts, 12));
            }
        }
    }

    @Test
    void moreConfigurationsThanAStepTakesAreLearnedFromInTurn() {
        List<Run> runs = new ArrayList<>();
        for (int scaleOut = 2; scaleOut < 202; scaleOut++) {
            for (int context = 0; context < 11; context++) {
                runs.add(SyntheticRuns.run(scaleOut, 100.0 * (context + 1) / scaleOut, context));
            }
        }
        EnsembleOptions options = new EnsembleOptions(
                2, List.of(new EnsembleOptions.PerceptronKind(1, 4, Activation.SILU, 1)), 60, 0.05, 0.01);
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

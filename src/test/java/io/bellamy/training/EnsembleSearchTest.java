package io.bellamy.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.natives.TensorEngine;
import io.bellamy.tuning.NoPruning;
import io.bellamy.tuning.Parameter;
import io.bellamy.tuning.ParameterRange.NumericRange;
import io.bellamy.tuning.ParzenOptions;
import io.bellamy.tuning.RandomSampler;
import io.bellamy.tuning.SearchSpace;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import io.bellamy.tuning.TpeSampler;
import io.bellamy.tuning.TrialResult;
import io.bellamy.tuning.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsembleSearchTest {

    private static final EnsembleOptions OPTIONS = SyntheticRuns.OPTIONS.withSteps(40);
    private static final long SEED = 3;

    private final List<Run> runs = SyntheticRuns.contexts(5);

    private static Study study(OptionalDouble stopAt) {
        SearchSpace space = new SearchSpace(List.of(
                new Parameter(Hyperparameters.LEARNING_RATE, new NumericRange(0.001, 0.5, true, false)),
                new Parameter(Hyperparameters.WEIGHT_DECAY, new NumericRange(0.001, 1, true, false))));
        TpeSampler sampler = new TpeSampler(new TpeSampler.TpeOptions(2, 8, ParzenOptions.DEFAULTS));
        return new Study(space, sampler, new NoPruning(OPTIONS.steps()), new Study.StudyOptions(SEED, 3, 3, stopAt));
    }

    /** The best trial is trained once more, on the study's division and up to its best step, and is what was found. */
    @ParameterizedTest
    @EnumSource(Validation.Metric.class)
    void givesTheEnsembleOfTheBestTrialAtItsBest(Validation.Metric metric) {
        List<Long> steps = new ArrayList<>();
        Pretraining.PretrainingResult result = new EnsembleSearch(runs, GoldenData.PIPELINE, OPTIONS, Companions.NONE)
                .run(
                        study(OptionalDouble.empty()),
                        2,
                        metric,
                        (finished, running, done, spared) -> steps.add(done),
                        Checkpoints.NONE)
                .orElseThrow();
        assertThat(result.search().trials()).hasSize(3).allMatch(trial -> trial.state() == TrialState.COMPLETE);
        assertThat(result.search().validations()).hasSize(3);
        TrialResult best = result.search().best();
        assertThat(result.search().validation().metric(metric))
                .isEqualTo(best.best().orElseThrow().value());
        assertThat(result.search().validations().values())
                .allMatch(other ->
                        other.metric(metric) >= result.search().validation().metric(metric));
        assertThat(steps).isSorted().last().isEqualTo(120L);

        int number = best.trial().number();
        FoldedRuns folded = new FoldedRuns(runs, GoldenData.PIPELINE, OPTIONS.folds(), new Seed(SEED).stream("folds"));
        EnsembleOptions own =
                OPTIONS.with(new Hyperparameters(0, 0, 0).with(best.trial().parameters()));
        try (NDManager manager = TensorEngine.newManager();
                EnsembleTraining training = new EnsembleTraining(
                        manager, folded, own, study(OptionalDouble.empty()).seedOf(number))) {
            training.run(best.best().orElseThrow().epoch());
            TrainedEnsemble again = training.trained();
            assertThat(result.model())
                    .isEqualTo(JudgedEnsemble.of(again, GoldenData.PIPELINE, runs, Companions.NONE, OPTIONS.parts())
                            .model());
            assertThat(again.validation()).isEqualTo(result.search().validation());
        }
    }

    @Test
    void aTrialThatIsGoodEnoughEndsAtOnce() {
        List<Long> spared = new ArrayList<>();
        Pretraining.PretrainingResult result = new EnsembleSearch(runs, GoldenData.PIPELINE, OPTIONS, Companions.NONE)
                .run(
                        study(OptionalDouble.of(1e9)),
                        1,
                        Validation.Metric.MAE,
                        (finished, running, done, saved) -> spared.add(saved),
                        Checkpoints.NONE)
                .orElseThrow();
        assertThat(result.search().trials()).hasSize(3).allMatch(trial -> trial.epochs() == 2);
        assertThat(spared).last().isEqualTo(114L);
    }

    /** Where suggestions and ends do not depend on other trials, the number of slots does not matter. */
    @Test
    void aTrialIsTheSameAloneAndBesideOthers() {
        SearchSpace space = new SearchSpace(
                List.of(new Parameter(Hyperparameters.LEARNING_RATE, new NumericRange(0.001, 0.5, true, false))));
        List<Pretraining.PretrainingResult> results = new ArrayList<>();
        for (int slots : new int[] {1, 2, 5}) {
            Study study = new Study(
                    space,
                    new RandomSampler(),
                    new NoPruning(OPTIONS.steps()),
                    new Study.StudyOptions(SEED, 5, 5, OptionalDouble.empty()));
            results.add(new EnsembleSearch(runs, GoldenData.PIPELINE, OPTIONS, Companions.NONE)
                    .run(study, slots, Validation.Metric.MAE, (f, r, done, s) -> {}, Checkpoints.NONE)
                    .orElseThrow());
        }
        assertThat(results).allMatch(results.get(0)::equals);
    }
}

package io.bellamy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.features.Property;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Companions;
import io.bellamy.job.Context;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.model.Trainer;
import io.bellamy.service.ModelKinds;
import io.bellamy.training.NetworkTrainer;
import io.bellamy.training.SearchOptions;
import io.bellamy.training.SearchableTrainer;
import io.bellamy.training.Validation;
import io.bellamy.training.ValidationSplit;
import io.bellamy.tuning.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The method under evaluation on four real contexts. */
class MethodTest {

    private static final List<String> ESSENTIAL =
            GoldenData.PIPELINE.essential().stream().map(Property::name).toList();
    private static final Configuration CONFIGURATION =
            ConfigurationReader.read(Path.of("config.yml"), ModelKinds.ALL.names());

    private final Method method = method(trainer(30, CONFIGURATION.pretraining().split(), true));
    private final List<Run> sort = Context.of(GoldenData.load("c3o", "sort").runs(), ESSENTIAL).stream()
            .limit(4)
            .flatMap(context -> context.runs().stream())
            .toList();

    private static SearchableTrainer trainer(int epochs, ValidationSplit split, boolean reuseOptimizer) {
        return new NetworkTrainer(
                CONFIGURATION.pipeline(),
                CONFIGURATION.hiddenDim(),
                CONFIGURATION.pretraining().withEpochs(epochs).withSplit(split),
                CONFIGURATION.fineTuning().options(),
                reuseOptimizer,
                Validation.Metric.VALIDATION_LOSS);
    }

    private static Method method(Trainer trainer) {
        return new Method("bellamy", "", Method.ALL_SPLITS, 1, trainer);
    }

    private List<Task> tasks(List<Run> runs, Support support, Predicate<Context> wanted) {
        return new ContextProtocol(Variant.STRICT, support, 1, 0, 3)
                .tasks(new KnownAlgorithm(runs, Companions.NONE), GoldenData.PIPELINE, wanted, 5).stream()
                        .map(HeldOut::task)
                        .toList();
    }

    @Test
    void answersEveryQuestionAndReportsProgress() {
        List<Double> told = new ArrayList<>();
        List<Task> tasks = tasks(sort, Support.FULL, context -> true);
        List<List<Estimate>> answers = method.answer(tasks, 1, told::add);
        assertThat(tasks).hasSize(4);
        for (int i = 0; i < tasks.size(); i++) {
            assertThat(answers.get(i))
                    .isNotEmpty()
                    .hasSameSizeAs(tasks.get(i).questions())
                    .allMatch(Estimate::isThere);
        }
        assertThat(told).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void aEstimateDoesNotDependOnTheOtherTasksAndQuestions() {
        List<Task> tasks = tasks(sort, Support.FULL, context -> true);
        List<List<Estimate>> together = method.answer(tasks, 1, share -> {});
        Task last = tasks.get(3);
        for (int q = 0; q < last.questions().size(); q++) {
            Task alone = new Task(
                    last.context(),
                    last.support(),
                    last.companions(),
                    List.of(last.questions().get(q)));
            assertThat(method.answer(List.of(alone), 1, share -> {}))
                    .containsExactly(List.of(together.get(3).get(q)));
        }
        assertThat(method.answer(List.of(last), 2, share -> {}).get(0)).isNotEqualTo(together.get(3));
    }

    @Test
    void searchesInsideTheSupportWhereAskedTo() {
        SearchOptions search = CONFIGURATION.search().withTrials(2);
        Method searching = method(new SearchedTrainer(
                trainer(30, CONFIGURATION.pretraining().split(), true),
                (runs, seed) -> search.study(30, seed.value()),
                search.maxConcurrent(),
                search.metric()));
        List<Task> tasks = tasks(sort, Support.FULL, context -> true).subList(0, 2);
        List<List<Estimate>> answers = searching.answer(tasks, 1, share -> {});
        assertThat(answers)
                .hasSize(2)
                .allSatisfy(forecasts -> assertThat(forecasts).isNotEmpty().allMatch(Estimate::isThere));
        assertThat(searching.answer(tasks.subList(1, 2), 1, share -> {})).isEqualTo(answers.subList(1, 2));
    }

    @Test
    void learnsFromThePointsAloneWhereThereIsNoSupport() {
        List<Task> tasks = tasks(sort, Support.LOCAL, context -> true);
        List<List<Estimate>> answers = method.answer(tasks, 1, share -> {});
        assertThat(answers).hasSize(4).allSatisfy(forecasts -> assertThat(forecasts)
                .anyMatch(Estimate::isThere));
        Task unknown = new Task(
                tasks.get(0).context(),
                List.of(),
                Companions.NONE,
                List.of(new Question(
                        0,
                        QuestionKind.EXTRAPOLATION,
                        List.of(),
                        tasks.get(0).questions().get(0).planned())));
        assertThat(method.answer(List.of(unknown), 1, share -> {})).containsExactly(List.of(Estimate.NONE));
    }

    @ParameterizedTest
    @EnumSource(ValidationSplit.class)
    void learnsFromAsLittleAsOneRunOfOneContext(ValidationSplit split) {
        Trainer trainer = trainer(5, split, false);
        List<Context> contexts = Context.of(sort, ESSENTIAL);
        List<Run> one = contexts.get(0).runs();
        Run other = contexts.get(1).runs().get(0);
        List<Run> points = contexts.get(2).runs().subList(0, 2);
        for (List<Run> support : List.of(one.subList(0, 1), one, List.of(one.get(0), other))) {
            assertThat(trainer.train(support, new Seed(1), share -> {})
                            .informed(support)
                            .adapt(List.of(), points, new Seed(2))
                            .forecast(List.of(new PlannedRun(4, points.get(0).properties()))))
                    .hasSize(1)
                    .allMatch(forecast -> Double.isFinite(forecast.runtime()));
        }
    }
}

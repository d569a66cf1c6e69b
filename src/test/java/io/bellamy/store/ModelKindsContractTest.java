package io.bellamy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.data.Dataset;
import io.bellamy.evaluation.ContextProtocol;
import io.bellamy.evaluation.Estimate;
import io.bellamy.evaluation.HeldOut;
import io.bellamy.evaluation.KnownAlgorithm;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.Support;
import io.bellamy.evaluation.Task;
import io.bellamy.evaluation.Variant;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Companions;
import io.bellamy.job.Context;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Request;
import io.bellamy.job.Run;
import io.bellamy.job.ScaleOutRange;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Predictor;
import io.bellamy.service.ModelKinds;
import io.bellamy.training.EnsembleTrainer;
import io.bellamy.training.NetworkTrainer;
import io.bellamy.tuning.Seed;
import io.bellamy.typical.TypicalRuntimeCodec;
import io.bellamy.typical.TypicalRuntimeTrainer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of model does, from training to an answer; a new kind is a trained model, its trainer and a codec. */
class ModelKindsContractTest {

    private static final Configuration SMALL =
            ConfigurationReader.read(Path.of("src/test/resources/stored/config.yml"), ModelKinds.ALL.names());
    private static final Dataset SORT = GoldenData.load("c3o", "sort");
    private static final List<String> ESSENTIAL = SMALL.pipeline().essentialNames();
    private static final List<Context> CONTEXTS = Context.of(SORT.runs(), ESSENTIAL);
    private static final Seed SEED = new Seed(3);

    @TempDir
    private Path folder;

    /** A kind of model: how it learns, and how it is kept. */
    private record Kind(String name, Trainer trainer, ModelCodec<?> codec) {

        TrainedModel trained() {
            return trainer.train(runs(0, 3), SEED, share -> {});
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind(
                        "ensemble",
                        new EnsembleTrainer(
                                SMALL.pipeline(), SMALL.ensemble().orElseThrow().withSteps(20)),
                        new EnsembleCodec()),
                new Kind(
                        "network",
                        new NetworkTrainer(
                                SMALL.pipeline(),
                                SMALL.hiddenDim(),
                                SMALL.pretraining().withEpochs(5),
                                SMALL.fineTuning().options(),
                                false,
                                SMALL.search().metric()),
                        new NetworkCodec(manifest -> SMALL.fineTuning().options())),
                new Kind("typical runtime", new TypicalRuntimeTrainer(SMALL.pipeline()), new TypicalRuntimeCodec()));
    }

    private static List<Run> runs(int from, int to) {
        return CONTEXTS.subList(from, to).stream()
                .flatMap(context -> context.runs().stream())
                .toList();
    }

    private static List<PlannedRun> planned(int... scaleOuts) {
        List<PlannedRun> planned = new ArrayList<>();
        for (int scaleOut : scaleOuts) {
            planned.add(new PlannedRun(scaleOut, CONTEXTS.get(3).runs().get(0).properties()));
        }
        return planned;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void forecastsTheSameAgainWhateverElseIsAskedAndAfterItWasKept(Kind kind) {
        TrainedModel trained = kind.trained();
        List<Run> points = runs(3, 4).subList(0, 5);
        List<Forecast> forecasts = forecasts(trained, points, planned(2, 5, 30));
        assertThat(forecasts).hasSize(3).allMatch(forecast -> Double.isFinite(forecast.runtime()));
        List<Forecast> backwards = new ArrayList<>(forecasts(kind.trained(), points, planned(30, 5, 2)));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(forecasts);
        assertThat(forecasts(trained, points, planned(5))).containsExactly(forecasts.get(1));

        TrainedModel kept = kept(kind, trained).model();
        assertThat(forecasts(kept, points, planned(2, 5, 30))).isEqualTo(forecasts);
        assertThat(forecasts(kept, List.of(), planned(2))).isEqualTo(forecasts(trained, List.of(), planned(2)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRunOfTheContextCountsTheSameWhetherTheHistoryHasItOrNot(Kind kind) {
        TrainedModel trained = kind.trained();
        List<Run> points = runs(3, 4).subList(0, 5);
        InformedModel without = trained.informed(runs(0, 3));
        List<Forecast> more = without.adapt(List.of(), points, SEED).forecast(planned(2, 30));
        List<Run> history = new ArrayList<>(runs(0, 3));
        history.addAll(points.subList(0, 2));
        List<Forecast> both = trained.informed(history)
                .adapt(points.subList(0, 2), points.subList(2, 5), SEED)
                .forecast(planned(2, 30));
        assertThat(more.get(0))
                .isNotEqualTo(without.adapt(List.of(), List.of(), SEED)
                        .forecast(planned(2))
                        .get(0));
        for (int i = 0; i < more.size(); i++) {
            assertThat(both.get(i).runtime()).isCloseTo(more.get(i).runtime(), withinPercentage(1e-6));
        }
    }

    private static List<Forecast> forecasts(TrainedModel model, List<Run> points, List<PlannedRun> planned) {
        List<Run> history = new ArrayList<>(runs(0, 3));
        history.addAll(points);
        return model.informed(history).adapt(points, List.of(), SEED).forecast(planned);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void answersRequestsAndIsHeldAgainstOthers(Kind kind) {
        StoredModel stored = kept(kind, kind.trained());
        Predictor predictor = new Predictor(
                new Predictor.Model(
                        () -> new Answer.ModelOrigin(stored.manifest().version(), Optional.empty(), 1),
                        stored.model(),
                        stored.pipeline(),
                        Optional.empty(),
                        List.of()),
                SORT,
                1);
        Run known = CONTEXTS.get(0).runs().get(0);
        Map<String, String> essential = new LinkedHashMap<>();
        ESSENTIAL.forEach(name -> known.property(name).ifPresent(value -> essential.put(name, value)));
        Request request = new Request(
                Optional.empty(),
                Optional.empty(),
                new ScaleOutRange(2, 12),
                Optional.empty(),
                Optional.empty(),
                essential,
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of());
        Answer answer = predictor.answer(request, false, 0.9).get(0);
        assertThat(answer.predictions()).hasSize(11);
        assertThat(answer.runs()).hasSameSizeAs(CONTEXTS.get(0).runs());
        assertThat(answer.predictions().get(0).runtime())
                .isEqualTo(predictor.ofMeasured(known).runtime());

        List<Task> tasks = new ContextProtocol(Variant.STRICT, Support.FULL, 1, 0, 2)
                .tasks(new KnownAlgorithm(runs(0, 4), Companions.NONE), SMALL.pipeline(), context -> true, 5).stream()
                        .map(HeldOut::task)
                        .toList();
        Method method = new Method("this", "", Method.ALL_SPLITS, 1, kind.trainer);
        assertThat(method.answer(tasks, 1, share -> {}))
                .hasSize(4)
                .allSatisfy(estimates -> assertThat(estimates).isNotEmpty().allMatch(Estimate::isThere));
    }

    private StoredModel kept(Kind kind, TrainedModel model) {
        ModelVersions versions = new ModelStore(folder, Clock.systemUTC(), List.of(kind.codec)).of("c3o", "sort");
        try (ModelWriter writer = versions.write(false)) {
            writer.publish(writer.add(
                    SmallModels.of(
                            "sort", List.of(kind.codec), model, SMALL.pipeline().fit(runs(0, 3)), Optional.empty()),
                    stored -> {}));
        }
        return versions.current(true).model();
    }
}

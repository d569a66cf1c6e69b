package io.bellamy.evaluation;

import ai.djl.ndarray.NDManager;
import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.evaluation.Forecast.Interval;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.natives.TensorEngine;
import io.bellamy.training.AdaptedModel;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.EnsembleOptions;
import io.bellamy.training.EnsembleSearch;
import io.bellamy.training.EnsembleTraining;
import io.bellamy.training.TrainedEnsemble;
import io.bellamy.training.TrainedModel.AdaptableEnsemble;
import io.bellamy.training.Validation;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/**
 * An ensemble of small networks, adapted in closed form.
 *
 * @param features which properties there are
 * @param options how it is trained
 * @param search a new study for a seed, where hyperparameters are searched for inside the support
 * @param maxConcurrent how many trials of it train side by side at most
 * @param metric what the study minimises
 */
public record EnsembleModel(
        FeaturePipeline features,
        EnsembleOptions options,
        Optional<Function<Seed, Study>> search,
        int maxConcurrent,
        Validation.Metric metric)
        implements TwoStepModel {

    private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);
    private static final int STEPS_AT_ONCE = 50;

    @Override
    public Pretrained pretrain(List<Run> support, Seed seed, DoubleConsumer progress) {
        if (support.isEmpty()) {
            return (points, planned, own) -> points.isEmpty()
                    ? Collections.nCopies(planned.size(), Forecast.NONE)
                    : forecasts(AdaptedModel.withoutPretraining(points), planned);
        }
        Optional<AdaptableEnsemble> trained = search.map(studies -> searched(support, studies.apply(seed), progress))
                .orElseGet(() -> Optional.of(fixed(support, seed, progress)));
        return (points, planned, own) -> trained.map(
                        model -> forecasts(AdaptedModel.of(model.ensemble(), model.prior(), points), planned))
                .orElse(Collections.nCopies(planned.size(), Forecast.NONE));
    }

    private AdaptableEnsemble fixed(List<Run> support, Seed seed, DoubleConsumer progress) {
        try (NDManager manager = TensorEngine.newManager();
                EnsembleTraining training = new EnsembleTraining(manager, support, features, options, seed)) {
            for (int done = 0; done < options.steps(); done += STEPS_AT_ONCE) {
                training.run(Math.min(STEPS_AT_ONCE, options.steps() - done));
                progress.accept((double) done / options.steps());
            }
            TrainedEnsemble trained = training.trained();
            return new AdaptableEnsemble(trained.ensemble(), trained.prior());
        }
    }

    private Optional<AdaptableEnsemble> searched(List<Run> support, Study study, DoubleConsumer progress) {
        return new EnsembleSearch(support, features, options)
                .run(
                        study,
                        maxConcurrent,
                        metric,
                        (finished, running, steps, spared) -> progress.accept(
                                Math.min(1, (double) (steps + spared) / options.steps() / study.trials())),
                        Checkpoints.NONE)
                .map(result -> (AdaptableEnsemble) result.model());
    }

    private static List<Forecast> forecasts(AdaptedModel model, List<PlannedRun> planned) {
        return planned.stream()
                .map(run -> forecast(model.at(run.scaleOut(), run.properties())))
                .toList();
    }

    private static Forecast forecast(RuntimeDistribution distribution) {
        List<Interval> intervals = LEVELS.stream()
                .map(level -> new Interval(level, distribution.lower(level), distribution.upper(level)))
                .toList();
        return new Forecast(distribution.median(), intervals);
    }
}

package io.bellamy.training;

import ai.djl.ndarray.NDManager;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.natives.TensorEngine;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Trains ensembles of small networks.
 *
 * @param features which properties there are
 * @param options how it trains
 */
public record EnsembleTrainer(FeaturePipeline features, EnsembleOptions options) implements SearchableTrainer {

    private static final int STEPS_AT_ONCE = 50;

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        if (runs.isEmpty()) {
            return history -> InformedModel.ofContext(
                    (points, own) -> points.isEmpty() ? AdaptedModel.NOTHING : AdaptedCurve.withoutPretraining(points));
        }
        try (NDManager manager = TensorEngine.newManager();
                EnsembleTraining training = new EnsembleTraining(manager, runs, features, options, seed)) {
            for (int done = 0; done < options.steps(); done += STEPS_AT_ONCE) {
                training.run(Math.min(STEPS_AT_ONCE, options.steps() - done));
                progress.accept((double) done / options.steps());
            }
            TrainedEnsemble trained = training.trained();
            return new AdaptableEnsemble(trained.ensemble(), trained.prior());
        }
    }

    @Override
    public Optional<Pretraining.PretrainingResult> search(
            List<Run> runs,
            Study study,
            int maxConcurrent,
            Validation.Metric metric,
            Pretraining.SearchProgress progress,
            Checkpoints checkpoints) {
        return new EnsembleSearch(runs, features, options).run(study, maxConcurrent, metric, progress, checkpoints);
    }

    @Override
    public int epochs() {
        return options.steps();
    }
}

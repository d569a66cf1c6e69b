package io.bellamy.evaluation;

import ai.djl.ndarray.NDManager;
import io.bellamy.adaptation.ResidualPrior;
import io.bellamy.adaptation.RuntimeDistribution;
import io.bellamy.evaluation.Forecast.Interval;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.training.AdaptedModel;
import io.bellamy.training.EnsembleOptions;
import io.bellamy.training.EnsembleTraining;
import io.bellamy.training.TrainedEnsemble;
import io.bellamy.tuning.Seed;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * An ensemble of small networks, adapted in closed form.
 *
 * @param features which properties there are
 * @param options how it is trained
 */
public record EnsembleModel(FeaturePipeline features, EnsembleOptions options) implements TwoStepModel {

    private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);
    private static final int STEPS_AT_ONCE = 50;

    @Override
    public Pretrained pretrain(List<Run> support, Seed seed, DoubleConsumer progress) {
        if (support.isEmpty()) {
            return (points, planned, own) -> points.isEmpty()
                    ? Collections.nCopies(planned.size(), Forecast.NONE)
                    : forecasts(AdaptedModel.withoutPretraining(points), planned);
        }
        try (NDManager manager = NDManager.newBaseManager();
                EnsembleTraining training = new EnsembleTraining(manager, support, features, options, seed)) {
            for (int done = 0; done < options.steps(); done += STEPS_AT_ONCE) {
                training.run(Math.min(STEPS_AT_ONCE, options.steps() - done));
                progress.accept((double) done / options.steps());
            }
            TrainedEnsemble trained = training.trained();
            ResidualPrior prior = trained.prior();
            return (points, planned, own) -> forecasts(AdaptedModel.of(trained.ensemble(), prior, points), planned);
        }
    }

    private static List<Forecast> forecasts(AdaptedModel model, List<PlannedRun> planned) {
        return planned.stream()
                .map(run -> forecast(model.at(run.scaleOut(), run.properties())))
                .toList();
    }

    private static Forecast forecast(RuntimeDistribution distribution) {
        List<Interval> intervals = LEVELS.stream()
                .map(level -> new Interval(
                        level, distribution.quantile((1 - level) / 2), distribution.quantile((1 + level) / 2)))
                .toList();
        return new Forecast(distribution.leastRelativeError(), intervals);
    }
}

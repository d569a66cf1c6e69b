package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Property;
import io.bellamy.job.Context;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.kernel.Network;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import io.bellamy.training.FineTuning;
import io.bellamy.training.FineTuningOptions;
import io.bellamy.training.Pretraining;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.PretrainingStrategy;
import io.bellamy.training.PretrainingStrategy.Chosen;
import io.bellamy.training.ValidationSplit;
import io.bellamy.tuning.Seed;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * The network of the original: pretrained on the support, fine-tuned to the points. Without support it learns from the
 * points alone, every part of it.
 *
 * @param features what is fitted on the support of each context anew
 * @param hiddenDim the width of the network
 * @param pretraining how it is pretrained
 * @param strategy with which configuration
 * @param fineTuning how it is fine-tuned
 * @param reuseOptimizer whether the learning rate and weight decay of pretraining serve there instead
 */
public record BellamyModel(
        FeaturePipeline features,
        int hiddenDim,
        PretrainingOptions pretraining,
        PretrainingStrategy strategy,
        FineTuningOptions fineTuning,
        boolean reuseOptimizer)
        implements TwoStepModel {

    @Override
    public Pretrained pretrain(List<Run> support, Seed seed, DoubleConsumer progress) {
        if (support.isEmpty()) {
            return this::fromScratch;
        }
        Pretraining work = new Pretraining(support, features, hiddenDim, optionsFor(support), seed.value());
        Optional<Chosen> chosen = strategy.train(work, seed, progress);
        return (points, planned, own) ->
                chosen.map(network -> adapted(network, points, planned, own)).orElse(none(planned));
    }

    /** With a single supporting context none is left to learn from when it is held out, so its runs are split instead. */
    private PretrainingOptions optionsFor(List<Run> support) {
        List<String> essential =
                features.essential().stream().map(Property::name).toList();
        return Context.of(support, essential).size() == 1
                ? pretraining.withSplit(ValidationSplit.STRATIFIED)
                : pretraining;
    }

    private List<Forecast> adapted(Chosen network, List<Run> points, List<PlannedRun> planned, Seed seed) {
        Weights weights = network.weights();
        if (!points.isEmpty()) {
            FineTuningOptions options = reuseOptimizer
                    ? fineTuning.withOptimizer(
                            network.hyperparameters().learningRate(),
                            network.hyperparameters().weightDecay())
                    : fineTuning;
            weights = fineTuning(network.pipeline(), points, options)
                    .run(weights, seed, (epoch, mae) -> {})
                    .weights();
        }
        return predict(network.pipeline(), weights, planned);
    }

    private List<Forecast> fromScratch(List<Run> points, List<PlannedRun> planned, Seed seed) {
        if (points.isEmpty()) {
            return none(planned);
        }
        FittedPipeline pipeline = features.fit(points);
        NetworkShape shape = NetworkShape.of(hiddenDim, features);
        Weights random = Weights.random(shape, seed.stream("weights").generator());
        Weights weights = fineTuning(pipeline, points, fineTuning)
                .fromScratch(random, seed)
                .weights();
        return predict(pipeline, weights, planned);
    }

    private static FineTuning fineTuning(FittedPipeline pipeline, List<Run> points, FineTuningOptions options) {
        int scaleOuts = (int) points.stream().map(Run::scaleOut).distinct().count();
        return new FineTuning(pipeline.encode(points), scaleOuts, options);
    }

    private static List<Forecast> predict(FittedPipeline pipeline, Weights weights, List<PlannedRun> planned) {
        return Arrays.stream(Network.predict(weights, pipeline.inputs(planned)))
                .mapToObj(Forecast::of)
                .toList();
    }

    private static List<Forecast> none(List<PlannedRun> planned) {
        return Collections.nCopies(planned.size(), Forecast.NONE);
    }
}

package io.bellamy.training;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Property;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.InformedModel;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Weights;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Trains the network of the original.
 *
 * @param features what is fitted on the runs
 * @param hiddenDim the width of the network
 * @param pretraining how it is pretrained
 * @param fineTuning how it is fine-tuned
 * @param reuseOptimizer whether the learning rate and weight decay of pretraining serve there instead
 * @param metric what decides which epoch is the best, where nothing is searched for
 */
public record NetworkTrainer(
        FeaturePipeline features,
        int hiddenDim,
        PretrainingOptions pretraining,
        FineTuningOptions fineTuning,
        boolean reuseOptimizer,
        Validation.Metric metric)
        implements SearchableTrainer {

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        return runs.isEmpty()
                ? history -> InformedModel.ofContext(this::fromScratch)
                : pretraining(runs, seed)
                        .fixed(seed, metric, progress)
                        .<TrainedModel>map(network -> network)
                        .orElse(TrainedModel.NOTHING);
    }

    @Override
    public Optional<Pretraining.PretrainingResult> search(
            List<Run> runs,
            Study study,
            int maxConcurrent,
            Validation.Metric wanted,
            Pretraining.SearchProgress progress,
            Checkpoints checkpoints) {
        return pretraining(runs, study.seed()).run(study, maxConcurrent, wanted, progress, checkpoints);
    }

    @Override
    public int epochs(List<Run> runs) {
        return pretraining.epochs();
    }

    /** With a single context none is left to learn from when it is held out, so its runs are split instead. */
    private Pretraining pretraining(List<Run> runs, Seed seed) {
        List<String> essential =
                features.essential().stream().map(Property::name).toList();
        PretrainingOptions options = Context.of(runs, essential).size() == 1
                ? pretraining.withSplit(ValidationSplit.STRATIFIED)
                : pretraining;
        return new Pretraining(runs, features, hiddenDim, options, this::fineTuning, seed.value());
    }

    /** How a network is fine-tuned that was pretrained with these hyperparameters. */
    private FineTuningOptions fineTuning(Hyperparameters pretrained) {
        return reuseOptimizer
                ? fineTuning.withOptimizer(pretrained.learningRate(), pretrained.weightDecay())
                : fineTuning;
    }

    /** Learns from the points alone, every part of it. */
    private AdaptedModel fromScratch(List<Run> points, Seed seed) {
        if (points.isEmpty()) {
            return AdaptedModel.NOTHING;
        }
        FittedPipeline pipeline = features.fit(points);
        NetworkShape shape = NetworkShape.of(hiddenDim, features);
        Weights random = Weights.random(shape, seed.stream("weights").generator());
        return FineTunableNetwork.Adapted.of(
                pipeline,
                FineTunableNetwork.fineTuning(pipeline, points, fineTuning).fromScratch(random, seed));
    }
}

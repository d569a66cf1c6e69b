package io.bellamy.training;

import io.bellamy.autoencoder.InputTable;
import io.bellamy.autoencoder.Network;
import io.bellamy.features.EncodedRuns;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.FittedPipeline;
import io.bellamy.features.Property;
import io.bellamy.job.Run;
import io.bellamy.model.NetworkShape;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Weights;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import io.bellamy.tuning.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** Searches for the best network for the runs of an algorithm: trials train side by side until the study has no more. */
public final class Pretraining {

    private static final int TOLD_EVERY = 100;

    private final FittedPipeline pipeline;
    private final NetworkShape shape;
    private final PretrainingOptions options;
    private final Function<Hyperparameters, FineTuningOptions> fineTuning;
    private final List<Run> runs;
    private final ValidationSplit.Rows rows;

    /**
     * The outcome.
     *
     * @param model that of the best epoch of the best trial
     * @param pipeline fitted on all runs
     * @param search how it was found
     * @param heldOut what the model says of runs that it did not learn from; none where there was no other run
     */
    public record PretrainingResult(
            TrainedModel model, FittedPipeline pipeline, SearchRecord search, List<HeldOutContext> heldOut) {}

    /** Is told how far the search is. */
    @FunctionalInterface
    public interface SearchProgress {

        /**
         * All trials under way have run another epoch.
         *
         * @param finished how many trials have ended
         * @param running how many go on
         * @param epochs how many epochs all trials have run together
         * @param spared how many epochs ended trials did not need
         */
        void update(int finished, int running, long epochs, long spared);
    }

    /**
     * Prepares pretraining.
     *
     * @param runs all runs of the algorithm, at least one
     * @param hiddenDim the width of the network
     * @param fineTuning how a network will be fine-tuned that was pretrained with some hyperparameters
     * @param seed of the split
     */
    Pretraining(
            List<Run> runs,
            FeaturePipeline definition,
            int hiddenDim,
            PretrainingOptions options,
            Function<Hyperparameters, FineTuningOptions> fineTuning,
            long seed) {
        this.runs = List.copyOf(runs);
        this.fineTuning = fineTuning;
        this.options = options;
        this.pipeline = definition.fit(runs);
        List<Property> essential = definition.essential();
        this.shape = NetworkShape.of(hiddenDim, definition);
        this.rows = options.split()
                .of(
                        this.runs,
                        options,
                        essential.stream().map(Property::name).toList(),
                        new Seed(seed).stream("split").generator());
    }

    /**
     * Runs the study to its end; several searches may run at once.
     *
     * @param maxConcurrent how many trials train side by side at most
     * @param metric what the study minimises
     * @return nothing if no trial ever had a finite value
     */
    Optional<PretrainingResult> run(
            Study study,
            int maxConcurrent,
            Validation.Metric metric,
            SearchProgress progress,
            Checkpoints checkpoints) {
        EncodedRuns encoded = pipeline.encode(runs);
        TrialSearch.TrialSearchOptions how =
                new TrialSearch.TrialSearchOptions(maxConcurrent, metric, options.epochs());
        NetworkTrials trials =
                new NetworkTrials(shape, options.defaults(), slots -> new NetworkGroup(slots, encoded, rows, options));
        return new TrialSearch<>(trials, study, how, progress, checkpoints)
                .run()
                .map(found -> {
                    Weights weights = PackedWeights.model(found.model(), shape);
                    return new PretrainingResult(
                            network(
                                    weights,
                                    options.defaults().with(found.best().trial().parameters())),
                            pipeline,
                            found.record(
                                    study,
                                    rows.training().size(),
                                    rows.validation().size()),
                            heldOut(weights));
                });
    }

    /**
     * Trains one network with the defaults of the options, in the calling thread.
     *
     * @param metric what decides which epoch is the best
     * @param progress is told now and then which share is done, from 0 to 1
     * @return nothing if the metric was never finite
     */
    Optional<FineTunableNetwork> fixed(Seed seed, Validation.Metric metric, DoubleConsumer progress) {
        EncodedRuns encoded = pipeline.encode(runs);
        RunningNetwork slot = RunningNetwork.start(new Trial(0, Map.of()), seed, shape, options.defaults());
        NetworkPretraining learner =
                new NetworkPretraining(slot, encoded, new InputTable(encoded.inputs()), rows, options);
        double[] best = new double[learner.network().size()];
        double bestValue = Double.POSITIVE_INFINITY;
        for (int epoch = 1; epoch <= options.epochs(); epoch++) {
            double value = learner.epoch().metric(metric);
            if (value < bestValue) {
                bestValue = value;
                learner.network().save(best);
            }
            if (epoch % TOLD_EVERY == 0) {
                progress.accept((double) epoch / options.epochs());
            }
        }
        return Double.isFinite(bestValue)
                ? Optional.of(network(learner.network().saved(best), options.defaults()))
                : Optional.empty();
    }

    private FineTunableNetwork network(Weights weights, Hyperparameters pretrained) {
        return new FineTunableNetwork(weights, pipeline, fineTuning.apply(pretrained));
    }

    private List<HeldOutContext> heldOut(Weights weights) {
        List<Run> unseen = rows.validation().stream()
                .filter(row -> !rows.training().contains(row))
                .map(runs::get)
                .toList();
        HeldOutContext.Collector collector = new HeldOutContext.Collector(
                pipeline.essential().stream().map(Property::name).toList());
        double[] predicted = unseen.isEmpty()
                ? new double[0]
                : Network.predict(weights, pipeline.encode(unseen).inputs());
        for (int i = 0; i < predicted.length; i++) {
            collector.add(unseen.get(i), predicted[i]);
        }
        return collector.contexts();
    }
}

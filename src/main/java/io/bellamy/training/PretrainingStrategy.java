package io.bellamy.training;

import io.bellamy.features.FittedPipeline;
import io.bellamy.model.Weights;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** How a network comes of runs: with one fixed configuration, or by a search. */
@FunctionalInterface
public interface PretrainingStrategy {

    /**
     * A network that was chosen.
     *
     * @param weights those of its best epoch
     * @param pipeline fitted on the runs it comes of
     * @param hyperparameters what it was trained with
     */
    record Chosen(Weights weights, FittedPipeline pipeline, Hyperparameters hyperparameters) {}

    /**
     * Trains.
     *
     * @param progress is told now and then which share is done, from 0 to 1
     * @return nothing if no validation ever gave a finite value
     */
    Optional<Chosen> train(Pretraining pretraining, Seed seed, DoubleConsumer progress);

    /** The defaults of the options. */
    static PretrainingStrategy fixed(Validation.Metric metric) {
        return (pretraining, seed, progress) -> pretraining.fixed(seed, metric, progress);
    }

    /**
     * The best of a search.
     *
     * @param studies a new study for a seed
     * @param trials how many trials it hands out
     * @param maxConcurrent how many train side by side at most
     */
    static PretrainingStrategy search(
            Function<Seed, Study> studies, int trials, int maxConcurrent, Validation.Metric metric) {
        return (pretraining, seed, progress) -> {
            double all = (double) trials * pretraining.options().epochs();
            return pretraining
                    .run(
                            studies.apply(seed),
                            maxConcurrent,
                            metric,
                            (finished, running, epochs, spared) -> progress.accept((epochs + spared) / all),
                            Checkpoints.NONE)
                    .map(result -> new Chosen(
                            ((TrainedModel.AutoEncoder) result.model()).weights(),
                            result.pipeline(),
                            pretraining
                                    .options()
                                    .defaults()
                                    .with(result.best().trial().parameters())));
        };
    }
}

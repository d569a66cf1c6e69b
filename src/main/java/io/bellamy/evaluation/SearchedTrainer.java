package io.bellamy.evaluation;

import io.bellamy.job.Run;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.Pretraining;
import io.bellamy.training.SearchableTrainer;
import io.bellamy.training.Validation;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;

/**
 * A trainer whose hyperparameters are searched for anew in every support.
 *
 * @param trainer what is trained
 * @param studies a new study for runs and a seed
 * @param maxConcurrent how many trials of it train side by side at most
 * @param metric what the study minimises
 */
public record SearchedTrainer(
        SearchableTrainer trainer,
        BiFunction<List<Run>, Seed, Study> studies,
        int maxConcurrent,
        Validation.Metric metric)
        implements Trainer {

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        if (runs.isEmpty()) {
            return trainer.train(runs, seed, progress);
        }
        Study study = studies.apply(runs, seed);
        double all = (double) study.trials() * trainer.epochs(runs);
        return trainer.search(
                        runs,
                        study,
                        maxConcurrent,
                        metric,
                        (finished, running, epochs, spared) -> progress.accept(Math.min(1, (epochs + spared) / all)),
                        Checkpoints.NONE)
                .map(Pretraining.PretrainingResult::model)
                .orElse(TrainedModel.NOTHING);
    }
}

package io.bellamy.training;

import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.model.Trainer;
import io.bellamy.tuning.Study;
import java.util.List;
import java.util.Optional;

/** A trainer whose hyperparameters a study can choose. */
public interface SearchableTrainer extends Trainer {

    /**
     * Runs a study to its end; several may run at once.
     *
     * @param runs of one algorithm, at least one
     * @param study whose seed every random number comes from
     * @param maxConcurrent how many trials train side by side at most
     * @param metric what the study minimises
     * @param checkpoints where it goes on from, and keeps how far it came
     * @return nothing if no trial ever had a finite value
     */
    Optional<Pretraining.PretrainingResult> search(
            List<Run> runs,
            Study study,
            int maxConcurrent,
            Validation.Metric metric,
            Pretraining.SearchProgress progress,
            Checkpoints checkpoints);

    /** The same, with what is known beside the runs, if it can make anything of that. */
    default SearchableTrainer beside(Companions companions) {
        return this;
    }

    /** Can other algorithms teach what it trains? */
    default boolean canBeTaught() {
        return false;
    }

    /**
     * The same for runs of several algorithms together, which have one more property; empty where it can make nothing of that.
     *
     * @param algorithm the name of that property, a text
     */
    default Optional<SearchableTrainer> together(String algorithm) {
        return Optional.empty();
    }

    /**
     * How many trials on these runs can gain anything.
     *
     * @param wanted so many at most
     */
    default int trials(List<Run> runs, int wanted) {
        return wanted;
    }

    /** How many epochs a trial on these runs has at most. */
    int epochs(List<Run> runs);
}

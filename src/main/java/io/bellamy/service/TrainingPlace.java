package io.bellamy.service;

import io.bellamy.exchange.PretrainingOrder;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.Pretraining.SearchProgress;
import io.bellamy.update.PretrainingTask.Pretrained;
import java.util.Optional;

/** Where models are trained: all else that makes up a pretraining is done here. Safe for several threads. */
public interface TrainingPlace {

    /** How many of so many jobs are done side by side. */
    int sideBySide(int jobs);

    /** Whether the largest jobs are to begin first, so that none is left alone at the end. */
    boolean largestFirst();

    /**
     * Does an order.
     *
     * @param progress is told how far it is, where that is known here
     * @param checkpoints where it goes on from, and keeps how far it came, where that can be; else it begins anew
     * @return nothing if no trial ever had a finite value
     */
    Optional<Pretrained> done(PretrainingOrder order, SearchProgress progress, Checkpoints checkpoints);
}

package io.bellamy.update;

import io.bellamy.data.Dataset;
import io.bellamy.job.Run;
import io.bellamy.prediction.Answer.ModelOrigin;
import io.bellamy.prediction.Predictor;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.store.StoredModel;
import java.util.List;
import java.util.Optional;

/** A model that can't answer for a run of its own training data is not fit for any other. */
final class SmokePrediction {

    private final Dataset dataset;
    private final long seed;

    SmokePrediction(Dataset dataset, long seed) {
        this.dataset = dataset;
        this.seed = seed;
    }

    /**
     * Asks for the first run.
     *
     * @throws DamagedModelException if what is predicted is no positive number of seconds
     */
    void check(StoredModel model) {
        Run run = dataset.runs().get(0);
        Predictor.Model pretrained = new Predictor.Model(
                () -> new ModelOrigin(
                        model.manifest().version(),
                        Optional.empty(),
                        model.manifest().trainingRows()),
                model.model(),
                model.pipeline(),
                Optional.empty(),
                List.of());
        double predicted =
                new Predictor(pretrained, dataset, seed).ofMeasured(run).runtime();
        if (!(predicted > 0) || Double.isInfinite(predicted)) {
            throw new DamagedModelException("the new model of " + dataset.target() + " " + dataset.algorithm()
                    + " predicts " + predicted + " s for a run of its own training data, which took " + run.runtime()
                    + " s at scale-out " + run.scaleOut() + ": it is not saved");
        }
    }
}

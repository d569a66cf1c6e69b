package io.bellamy.training;

import io.bellamy.adaptation.ResidualPrior;
import io.bellamy.model.Ensemble;
import io.bellamy.model.Weights;

/** What pretraining makes. */
public sealed interface TrainedModel {

    /** The network of the original, which is fine-tuned to a context. */
    record AutoEncoder(Weights weights) implements TrainedModel {}

    /**
     * Several small networks, adapted to a context in closed form.
     *
     * @param ensemble the networks
     * @param prior how far off they are in contexts that they did not see
     */
    record AdaptableEnsemble(Ensemble ensemble, ResidualPrior prior) implements TrainedModel {}
}

package io.bellamy.service;

import io.bellamy.config.Configuration;
import io.bellamy.store.EnsembleCodec;
import io.bellamy.store.ModelCodec;
import io.bellamy.training.EnsembleTrainer;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchableTrainer;

/** Ensembles of small networks, adapted in closed form. */
final class EnsembleKind implements ModelKind {

    @Override
    public String name() {
        return "ensemble";
    }

    @Override
    public SearchableTrainer trainer(Configuration configuration, PretrainingOptions options) {
        return new EnsembleTrainer(
                configuration.pipeline(), configuration.ensemble().orElseThrow().withSteps(options.epochs()));
    }

    @Override
    public ModelCodec<?> codec(Configuration configuration) {
        return new EnsembleCodec();
    }
}

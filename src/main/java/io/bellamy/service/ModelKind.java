package io.bellamy.service;

import io.bellamy.config.Configuration;
import io.bellamy.store.ModelCodec;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchableTrainer;

/** A kind of models: what trains one, and how it is kept. Safe for several threads. */
public interface ModelKind {

    /** As the configuration names it (model_setup.model). */
    String name();

    /**
     * What trains such a model.
     *
     * @param options how a trial trains
     */
    SearchableTrainer trainer(Configuration configuration, PretrainingOptions options);

    /** How such a model is kept. */
    ModelCodec<?> codec(Configuration configuration);
}

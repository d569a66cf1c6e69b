package io.bellamy.typical;

import io.bellamy.config.Configuration;
import io.bellamy.service.ModelKind;
import io.bellamy.store.ModelCodec;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchableTrainer;

/** The kind, as configurations name it. */
public final class TypicalRuntimeKind implements ModelKind {

    @Override
    public String name() {
        return "typical";
    }

    @Override
    public SearchableTrainer trainer(Configuration configuration, PretrainingOptions options) {
        return new TypicalRuntimeTrainer(configuration.pipeline());
    }

    @Override
    public ModelCodec<?> codec(Configuration configuration) {
        return new TypicalRuntimeCodec();
    }
}

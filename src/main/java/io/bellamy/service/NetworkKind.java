package io.bellamy.service;

import io.bellamy.config.Configuration;
import io.bellamy.store.Manifest;
import io.bellamy.store.ModelCodec;
import io.bellamy.store.NetworkCodec;
import io.bellamy.training.FineTuningOptions;
import io.bellamy.training.Hyperparameters;
import io.bellamy.training.NetworkTrainer;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchableTrainer;

/** The network of the original with its auto-encoder, fine-tuned to a context. */
final class NetworkKind implements ModelKind {

    @Override
    public String name() {
        return "autoencoder";
    }

    @Override
    public SearchableTrainer trainer(Configuration configuration, PretrainingOptions options) {
        return new NetworkTrainer(
                configuration.pipeline(),
                configuration.hiddenDim(),
                options,
                configuration.fineTuning().options(),
                configuration.fineTuning().reuseOptimizer(),
                configuration.search().metric());
    }

    @Override
    public ModelCodec<?> codec(Configuration configuration) {
        return new NetworkCodec(manifest -> fineTuning(configuration.fineTuning(), manifest));
    }

    private static FineTuningOptions fineTuning(Configuration.FineTuningSetup configured, Manifest manifest) {
        FineTuningOptions options = configured.options();
        if (!configured.reuseOptimizer()) {
            return options;
        }
        Hyperparameters own = new Hyperparameters(0, options.learningRate(), options.weightDecay());
        Hyperparameters best = own.with(manifest.best().parameters());
        return options.withOptimizer(best.learningRate(), best.weightDecay());
    }
}

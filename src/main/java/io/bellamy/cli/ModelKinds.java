package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.store.EnsembleCodec;
import io.bellamy.store.Manifest;
import io.bellamy.store.ModelCodec;
import io.bellamy.store.NetworkCodec;
import io.bellamy.training.EnsembleTrainer;
import io.bellamy.training.FineTuningOptions;
import io.bellamy.training.Hyperparameters;
import io.bellamy.training.NetworkTrainer;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchableTrainer;
import java.util.List;

/** The kinds of models that there are: which one a configuration wants, and how each is kept. */
final class ModelKinds {

    private ModelKinds() {}

    /**
     * What trains the kind that the configuration wants.
     *
     * @param options how a trial trains
     */
    static SearchableTrainer trainer(Configuration configuration, PretrainingOptions options) {
        return configuration
                .ensemble()
                .<SearchableTrainer>map(
                        ensemble -> new EnsembleTrainer(configuration.pipeline(), ensemble.withSteps(options.epochs())))
                .orElseGet(() -> new NetworkTrainer(
                        configuration.pipeline(),
                        configuration.hiddenDim(),
                        options,
                        configuration.fineTuning().options(),
                        configuration.fineTuning().reuseOptimizer(),
                        configuration.search().metric()));
    }

    /** How every kind is kept. */
    static List<ModelCodec<?>> codecs(Configuration configuration) {
        return List.of(
                new EnsembleCodec(), new NetworkCodec(manifest -> fineTuning(configuration.fineTuning(), manifest)));
    }

    private static FineTuningOptions fineTuning(Configuration.FineTuning configured, Manifest manifest) {
        FineTuningOptions options = configured.options();
        if (!configured.reuseOptimizer()) {
            return options;
        }
        Hyperparameters own = new Hyperparameters(0, options.learningRate(), options.weightDecay());
        Hyperparameters best = own.with(manifest.best().parameters());
        return options.withOptimizer(best.learningRate(), best.weightDecay());
    }
}

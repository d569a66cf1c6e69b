package io.bellamy.cli;

import io.bellamy.baseline.Baselines;
import io.bellamy.config.Configuration;
import io.bellamy.config.SearchOptions;
import io.bellamy.evaluation.BellamyModel;
import io.bellamy.evaluation.EnsembleModel;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.ModelMethod;
import io.bellamy.evaluation.TwoStepModel;
import io.bellamy.training.EnsembleOptions;
import io.bellamy.training.PretrainingStrategy;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The methods that are held against each other. */
final class Methods {

    private static final String BELLAMY = "bellamy";

    /** Seconds for an epoch of pretraining on one context's support, roughly, and for the rest of a context. */
    private static final double EPOCH = 0.0012;

    private static final double ADAPTATION = 1.2;

    private Methods() {}

    /**
     * All methods, in the order in which they are shown.
     *
     * @param search whether hyperparameters are searched for inside each support
     * @param treeSplits how many splits those answer at most that grow trees
     */
    static List<Method> all(Configuration configuration, boolean search, int treeSplits) {
        List<Method> methods = new ArrayList<>(List.of(bellamy(configuration, search)));
        methods.addAll(Baselines.all(treeSplits));
        return methods;
    }

    /** The names of all methods. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(BELLAMY));
        Baselines.all(1).forEach(method -> names.add(method.name()));
        return names;
    }

    /** The model that the configuration asks for. */
    static Method bellamy(Configuration configuration, boolean search) {
        int trials = search ? configuration.search().trials() : 1;
        return new ModelMethod(
                BELLAMY,
                "the model of this configuration, pretrained on the other contexts"
                        + (search ? " by a search of " + trials + " trials" : "") + " and adapted to the points",
                ADAPTATION + EPOCH * trials * configuration.pretraining().epochs(),
                configuration
                        .ensemble()
                        .map(options -> ensemble(configuration, options, search))
                        .orElseGet(() -> autoEncoder(configuration, search)));
    }

    private static TwoStepModel ensemble(Configuration configuration, EnsembleOptions options, boolean search) {
        Function<Seed, Study> studies = seed -> configuration.search().study(options.steps(), seed.value());
        return new EnsembleModel(
                configuration.pipeline(),
                options,
                search ? Optional.of(studies) : Optional.empty(),
                configuration.search().maxConcurrent(),
                configuration.search().metric());
    }

    private static TwoStepModel autoEncoder(Configuration configuration, boolean search) {
        return new BellamyModel(
                configuration.pipeline(),
                configuration.hiddenDim(),
                configuration.pretraining(),
                strategy(configuration, search),
                configuration.fineTuning().options(),
                configuration.fineTuning().reuseOptimizer());
    }

    private static PretrainingStrategy strategy(Configuration configuration, boolean search) {
        SearchOptions options = configuration.search();
        return search
                ? PretrainingStrategy.search(
                        seed -> options.study(configuration.pretraining().epochs(), seed.value()),
                        options.trials(),
                        options.maxConcurrent(),
                        options.metric())
                : PretrainingStrategy.fixed(options.metric());
    }
}

package io.bellamy.cli;

import io.bellamy.baseline.Baselines;
import io.bellamy.config.Configuration;
import io.bellamy.config.SearchOptions;
import io.bellamy.evaluation.BellamyModel;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.ModelMethod;
import io.bellamy.training.PretrainingStrategy;
import java.util.ArrayList;
import java.util.List;

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
        BellamyModel model = new BellamyModel(
                configuration.pipeline(),
                configuration.hiddenDim(),
                configuration.pretraining(),
                strategy(configuration, search),
                configuration.fineTuning().options(),
                configuration.fineTuning().reuseOptimizer());
        int trials = search ? configuration.search().trials() : 1;
        return new ModelMethod(
                BELLAMY,
                "the network of this configuration, pretrained on the other contexts"
                        + (search ? " by a search of " + trials + " trials" : "") + " and fine-tuned to the points",
                ADAPTATION + EPOCH * trials * configuration.pretraining().epochs(),
                model);
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

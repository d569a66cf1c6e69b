package io.bellamy.service;

import io.bellamy.baseline.Baselines;
import io.bellamy.config.Configuration;
import io.bellamy.evaluation.ContextProtocol;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.SearchedTrainer;
import io.bellamy.job.JoinedRuns;
import io.bellamy.model.Trainer;
import io.bellamy.problem.Counted;
import io.bellamy.training.SearchOptions;
import io.bellamy.training.SearchableTrainer;
import java.util.ArrayList;
import java.util.List;

/** The methods that are held against each other. */
public final class Methods {

    private static final String BELLAMY = "bellamy";

    /** Seconds for an epoch of pretraining on one context's support, roughly, and for the rest of a context. */
    private static final double EPOCH = 0.0012;

    private static final double ADAPTATION = 1.2;

    private Methods() {}

    /** Is any of these the model of the configuration, and one that other algorithms can teach? */
    static boolean areTaught(Workspace workspace, List<Method> methods) {
        return methods.stream().anyMatch(method -> method.name().equals(BELLAMY))
                && workspace.trainer(workspace.configuration().pretraining()).canBeTaught();
    }

    /** The names of all methods. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(BELLAMY));
        Baselines.all(1).forEach(method -> names.add(method.name()));
        return names;
    }

    /** The names of those that take part in a protocol where none is named. */
    static List<String> usual(Protocol protocol) {
        List<String> names = new ArrayList<>(List.of(BELLAMY));
        names.addAll(protocol instanceof ContextProtocol ? Baselines.OF_CONTEXTS : Baselines.OF_HISTORIES);
        return names;
    }

    /**
     * All methods, in the order in which they are shown.
     *
     * @param joint whether support is of several algorithms
     * @param search whether hyperparameters are searched for inside each support
     * @param treeSplits how many splits those answer at most that grow trees
     */
    public static List<Method> all(Workspace workspace, boolean joint, boolean search, int treeSplits) {
        List<Method> methods = new ArrayList<>(List.of(bellamy(workspace, search, joint)));
        methods.addAll(Baselines.all(treeSplits));
        return methods;
    }

    /** The model that the configuration asks for, as it is pretrained for an algorithm, or for all together. */
    private static Method bellamy(Workspace workspace, boolean search, boolean joint) {
        Configuration configuration = workspace.configuration();
        SearchOptions searching = configuration.search();
        int trials = search ? searching.trials() : 1;
        SearchableTrainer alone = workspace.trainer(configuration.pretraining());
        SearchableTrainer trainer = joint ? alone.together(JoinedRuns.ALGORITHM).orElse(alone) : alone;
        Method.Learner learner = (support, teachers, seed, progress) -> {
            SearchableTrainer beside = trainer.beside(teachers);
            Trainer way = search ? searched(beside, searching) : beside;
            return way.train(support, seed.stream("pretraining"), progress);
        };
        return new Method(
                BELLAMY,
                "the model of this configuration, pretrained"
                        + (search ? " by a search of at most " + Counted.of(trials, "trial") : "")
                        + " on what the protocol gives and adapted to what is known",
                Method.ALL_SPLITS,
                ADAPTATION + EPOCH * trials * configuration.pretraining().epochs(),
                learner);
    }

    private static Trainer searched(SearchableTrainer trainer, SearchOptions searching) {
        return new SearchedTrainer(
                trainer,
                (runs, seed) -> searching.suiting(trainer, runs).study(trainer.epochs(runs), seed.value()),
                searching.maxConcurrent(),
                searching.metric());
    }
}

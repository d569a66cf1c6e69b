package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
import io.bellamy.natives.BoostingLibrary;
import java.util.ArrayList;
import java.util.List;

/** All baselines. */
public final class Baselines {

    /** The names of those that look at contexts, by which they are measured. */
    public static final List<String> OF_CONTEXTS =
            List.of("scaled", "ernest", "bell", "boosting", "forest", "c3o", "gaussian-process");

    /** The names of those that also know runs of other contexts and days, for questions about these. */
    public static final List<String> OF_HISTORIES =
            List.of("gaussian-process", "gaussian-process-history", "last-scaled", "last-median");

    private Baselines() {}

    /**
     * The baselines in the order in which they are shown, those only that can run here.
     *
     * @param treeSplits how many splits those answer at most that fit trees for every set of points
     */
    public static List<Method> all(int treeSplits) {
        boolean boosting = BoostingLibrary.problem().isEmpty();
        List<Method> methods =
                new ArrayList<>(List.of(CurveTrainer.scaled(), CurveTrainer.ernest(), CurveTrainer.bell()));
        if (boosting) {
            methods.add(TreeTrainer.boosting(treeSplits));
        }
        methods.add(TreeTrainer.forest(treeSplits));
        methods.add(C3o.method(
                boosting
                        ? List.of(CandidateModel.BOOSTING, CandidateModel.OPTIMISTIC, CandidateModel.CONTEXT)
                        : List.of(CandidateModel.OPTIMISTIC, CandidateModel.CONTEXT),
                treeSplits));
        methods.add(GaussianProcess.method());
        methods.add(HistoryProcess.method());
        methods.add(LastRuns.scaled());
        methods.add(LastRuns.median());
        return List.copyOf(methods);
    }

    /** What is left out here and why, for people. */
    public static List<String> notes() {
        return BoostingLibrary.problem()
                .map(reason ->
                        "gradient boosting is left out, and out of C3O's choice: XGBoost can't be used: " + reason)
                .stream()
                .toList();
    }
}

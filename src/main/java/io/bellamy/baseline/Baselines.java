package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
import io.bellamy.natives.BoostingLibrary;
import java.util.ArrayList;
import java.util.List;

/** All baselines. */
public final class Baselines {

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

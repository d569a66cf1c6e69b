package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
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
        boolean boosting = GradientBoosting.isAvailable();
        List<Method> methods = new ArrayList<>(List.of(CurveMethod.scaled(), CurveMethod.ernest(), CurveMethod.bell()));
        if (boosting) {
            methods.add(TreeMethod.boosting(treeSplits));
        }
        methods.add(TreeMethod.forest(treeSplits));
        methods.add(new C3o(
                boosting
                        ? List.of(Candidate.BOOSTING, Candidate.OPTIMISTIC, Candidate.CONTEXT)
                        : List.of(Candidate.OPTIMISTIC, Candidate.CONTEXT),
                treeSplits));
        methods.add(new GaussianProcess());
        return List.copyOf(methods);
    }

    /** What is left out here and why, for people. */
    public static List<String> notes() {
        return GradientBoosting.isAvailable()
                ? List.of()
                : List.of(
                        "XGBoost has no native code for this platform: gradient boosting is left out, and out of C3O's"
                                + " choice");
    }
}

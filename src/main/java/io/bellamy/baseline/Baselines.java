package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
import java.util.List;

/** All baselines. */
public final class Baselines {

    private Baselines() {}

    /**
     * The baselines in the order in which they are shown.
     *
     * @param treeSplits how many splits those answer at most that fit trees for every set of points
     */
    public static List<Method> all(int treeSplits) {
        return List.of(CurveMethod.ernest(), CurveMethod.bell(), CurveMethod.scaled(), TreeMethod.boosting(treeSplits), TreeMethod.forest(treeSplits), new GaussianProcess());
    }
}

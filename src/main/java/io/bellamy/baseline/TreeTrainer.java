package io.bellamy.baseline;

import io.bellamy.evaluation.Method;
import io.bellamy.job.Run;
import io.bellamy.model.AdaptedModel;
import io.bellamy.model.Forecast;
import io.bellamy.model.InformedModel;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Trainer;
import io.bellamy.tuning.Seed;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Trees on ln runtime over all contexts, the runs of the context at hand among them.
 *
 * @param trees which trees
 */
record TreeTrainer(Trees trees) implements Trainer {

    /** Seconds for a context and a split, measured on C3O on 2 cores. */
    private static final double BOOSTING_EFFORT = 0.3;

    private static final double FOREST_EFFORT = 0.6;

    /** Gradient boosting, which answers a number of splits: every set of points needs a fit. */
    static Method boosting(int mostSplits) {
        return new Method(
                "boosting",
                "gradient boosting (XGBoost) on ln runtime over all contexts",
                mostSplits,
                BOOSTING_EFFORT * mostSplits,
                new TreeTrainer(GradientBoosting.THOROUGH));
    }

    /** A random forest, which answers a number of splits: every set of points needs a fit. */
    static Method forest(int mostSplits) {
        return new Method(
                "forest",
                "random forest on ln runtime over all contexts",
                mostSplits,
                FOREST_EFFORT * mostSplits,
                new TreeTrainer(new RandomForest()));
    }

    @Override
    public TrainedModel train(List<Run> runs, Seed seed, DoubleConsumer progress) {
        SupportGroups support = SupportGroups.of(runs, seed);
        return history -> InformedModel.ofContext((points, own) -> adapted(support, points, seed));
    }

    private AdaptedModel adapted(SupportGroups support, List<Run> points, Seed seed) {
        Features features = support.features(points);
        RunGroups cells = support.cells().and(RunGroups.of(points, features));
        if (cells.size() == 0) {
            return AdaptedModel.NOTHING;
        }
        Regression regression = trees.fit(cells, seed);
        return AdaptedModel.each(run -> Forecast.of(Math.exp(regression.of(features.of(run)))));
    }
}

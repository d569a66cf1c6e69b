package io.bellamy.baseline;

import io.bellamy.job.PlannedRun;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** A model that C3O chooses from. */
enum CandidateModel {
    /** Ernest on the context's points. */
    CONTEXT {
        @Override
        Optional<FittedModel> fit(List<Run> points, Features features, RunGroups cells, Seed seed) {
            if (points.isEmpty()) {
                return Optional.empty();
            }
            DoubleUnaryOperator curve = Ernest.ofOneSize(ScaleOutPoint.of(points));
            return Optional.of(run -> curve.applyAsDouble(run.scaleOut()));
        }

        @Override
        Optional<Regression> learn(RunGroups cells, Seed seed) {
            return Optional.empty();
        }
    },
    /** Gradient boosting on everything. */
    BOOSTING {
        @Override
        Optional<Regression> learn(RunGroups cells, Seed seed) {
            return Optional.of(GradientBoosting.QUICK.fit(cells, seed));
        }
    },
    /** One scale-out curve for all contexts times the effects of their inputs: a sum of both in ln runtime. */
    OPTIMISTIC {
        @Override
        Optional<Regression> learn(RunGroups cells, Seed seed) {
            return LinearRegression.fit(cells);
        }
    };

    /** A model that knows runs. */
    @FunctionalInterface
    interface FittedModel {

        /** The runtime expected, seconds; NaN where it does not know. */
        double runtime(PlannedRun run);
    }

    /**
     * Fits.
     *
     * @param points the known runs of the context
     * @param features what runs look like in cells
     * @param cells all known runs, at least one
     * @return nothing where this model can't be fitted to so little
     */
    Optional<FittedModel> fit(List<Run> points, Features features, RunGroups cells, Seed seed) {
        return learn(cells, seed).map(regression -> run -> Math.exp(regression.of(features.of(run))));
    }

    /** Learns ln runtime from the features of cells, at least one; nothing where this model does not. */
    abstract Optional<Regression> learn(RunGroups cells, Seed seed);
}

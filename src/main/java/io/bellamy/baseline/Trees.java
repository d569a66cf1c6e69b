package io.bellamy.baseline;

import io.bellamy.tuning.Seed;

/** Regression with many trees. */
sealed interface Trees permits GradientBoosting, RandomForest {

    /**
     * Fits the cells' means, each weighing as much as it has runs.
     *
     * @param cells at least one
     */
    Regression fit(RunGroups cells, Seed seed);
}

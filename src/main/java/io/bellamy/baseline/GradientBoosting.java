package io.bellamy.baseline;

import io.bellamy.natives.BoostingLibrary;
import io.bellamy.tuning.Seed;
import java.lang.ref.Reference;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient boosting by XGBoost. Not through Tribuo, which leaves XGBoost's matrices to the garbage collector, and this
 * now and then frees one that native code is still working on.
 *
 * @param rounds how many trees
 * @param rate by how much each may change the sum
 */
record GradientBoosting(int rounds, double rate) implements Trees {

    /** Where it is the method. */
    static final GradientBoosting THOROUGH = new GradientBoosting(100, 0.1);

    /** For where it is fitted several times for one answer. */
    static final GradientBoosting QUICK = new GradientBoosting(40, 0.2);

    private static final int DEPTH = 4;

    @Override
    public Regression fit(RunGroups cells, Seed seed) {
        int columns = cells.input(0).length;
        if (columns == 0) {
            double mean = cells.overallMean();
            return input -> mean;
        }
        float[] inputs = new float[cells.size() * columns];
        float[] targets = new float[cells.size()];
        float[] weights = new float[cells.size()];
        for (int cell = 0; cell < cells.size(); cell++) {
            for (int column = 0; column < columns; column++) {
                inputs[cell * columns + column] = (float) cells.input(cell)[column];
            }
            targets[cell] = (float) cells.mean(cell);
            weights[cell] = cells.count(cell);
        }
        try {
            Booster booster = train(inputs, targets, weights, seed);
            return input -> predict(booster, input);
        } catch (XGBoostError failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Booster train(float[] inputs, float[] targets, float[] weights, Seed seed) throws XGBoostError {
        Map<String, Object> options = Map.of(
                "objective",
                "reg:squarederror",
                "tree_method",
                "exact",
                "eta",
                rate,
                "max_depth",
                DEPTH,
                "lambda",
                1,
                "nthread",
                1,
                "verbosity",
                0,
                "seed",
                (int) seed.stream("BOOSTING").value());
        DMatrix rows = matrix(inputs, targets.length);
        try {
            rows.setLabel(targets);
            rows.setWeight(weights);
            return XGBoost.train(rows, options, rounds, Map.of(), null, null);
        } finally {
            rows.dispose();
        }
    }

    private static double predict(Booster booster, double[] input) {
        float[] row = new float[input.length];
        for (int column = 0; column < row.length; column++) {
            row[column] = (float) input[column];
        }
        try {
            DMatrix asked = matrix(row, 1);
            try {
                return booster.predict(asked)[0][0];
            } finally {
                asked.dispose();
                Reference.reachabilityFence(booster);
            }
        } catch (XGBoostError failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DMatrix matrix(float[] values, int rows) throws XGBoostError {
        BoostingLibrary.problem().ifPresent(reason -> {
            throw new IllegalStateException("XGBoost can't be used: " + reason);
        });
        return new DMatrix(values, rows, values.length / rows, Float.NaN);
    }
}

package io.bellamy.baseline;

import io.bellamy.tuning.Seed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;

/** Regression with many trees, through Tribuo. */
enum Trees {
    /** Gradient boosting (XGBoost). */
    BOOSTING {
        @Override
        Trainer<Regressor> trainer(long seed) {
            return boosting(BOOSTED, RATE, seed);
        }
    },
    /** Gradient boosting with fewer and longer steps, for where it is fitted several times for one answer. */
    QUICK_BOOSTING {
        @Override
        Trainer<Regressor> trainer(long seed) {
            return boosting(QUICKLY_BOOSTED, QUICK_RATE, seed);
        }
    },
    /** Random forest. */
    FOREST {
        @Override
        Trainer<Regressor> trainer(long seed) {
            CARTRegressionTrainer tree =
                    new CARTRegressionTrainer(Integer.MAX_VALUE, 1, 0, SHARE, false, new MeanSquaredError(), seed);
            return new RandomForestTrainer<>(tree, new AveragingCombiner(), MEMBERS, seed);
        }
    };

    private static final int BOOSTED = 100;
    private static final double RATE = 0.1;
    private static final int QUICKLY_BOOSTED = 40;
    private static final double QUICK_RATE = 0.2;
    private static final int DEPTH = 4;
    private static final int MEMBERS = 30;
    private static final float SHARE = 0.5f;

    private static final String TARGET = "ln runtime";

    /** Tribuo tells of every single tree. A logger that nobody holds forgets its level. */
    private static final Logger TALKATIVE = Logger.getLogger("org.tribuo");

    static {
        TALKATIVE.setLevel(Level.WARNING);
    }

    abstract Trainer<Regressor> trainer(long seed);

    private static Trainer<Regressor> boosting(int trees, double rate, long seed) {
        return new XGBoostRegressionTrainer(
                BoosterType.GBTREE,
                TreeMethod.EXACT,
                RegressionType.LINEAR,
                trees,
                rate,
                0,
                DEPTH,
                1,
                1,
                1,
                1,
                0,
                1,
                LoggingVerbosity.SILENT,
                seed);
    }

    /**
     * Can these trees be fitted here? XGBoost has no native code but for x86-64, and its own needs a library of the
     * system.
     */
    boolean isAvailable() {
        try {
            trainer(0);
            if (this != FOREST) {
                return new DMatrix(new float[] {1}, 1, 1, Float.NaN).rowNum() == 1;
            }
            return true;
        } catch (LinkageError | XGBoostError missing) {
            return false;
        }
    }

    /**
     * Fits the cells' means.
     *
     * @param cells at least one
     */
    Regression fit(Cells cells, Seed seed) {
        int columns = cells.input(0).length;
        if (columns == 0) {
            double mean = cells.overallMean();
            return input -> mean;
        }
        String[] names = IntStream.range(0, columns)
                .mapToObj(column -> String.format(Locale.ROOT, "%05d", column))
                .toArray(String[]::new);
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> rows = new MutableDataset<>(
                new SimpleDataSourceProvenance("runs", Instant.EPOCH.atOffset(ZoneOffset.UTC), factory), factory);
        for (int cell = 0; cell < cells.size(); cell++) {
            Example<Regressor> row =
                    new ArrayExample<>(new Regressor(TARGET, cells.mean(cell)), names, cells.input(cell));
            row.setWeight(cells.count(cell));
            rows.add(row);
        }
        Model<Regressor> model = trainer(seed.stream(name()).value()).train(rows);
        return input -> model.predict(new ArrayExample<>(new Regressor(TARGET, 0), names, input))
                .getOutput()
                .getValues()[0];
    }
}

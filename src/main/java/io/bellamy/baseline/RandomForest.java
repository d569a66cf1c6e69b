package io.bellamy.baseline;

import io.bellamy.tuning.Seed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/** Random forest, through Tribuo. */
record RandomForest() implements Trees {

    private static final int MEMBERS = 30;
    private static final float SHARE = 0.5f;

    private static final String TARGET = "ln runtime";

    /** Tribuo tells of every single tree. A logger that nobody holds forgets its level. */
    private static final Logger TALKATIVE = Logger.getLogger("org.tribuo");

    static {
        TALKATIVE.setLevel(Level.WARNING);
    }

    @Override
    public Regression fit(RunGroups cells, Seed seed) {
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
        Model<Regressor> model = trainer(seed.stream("FOREST").value()).train(rows);
        return input -> model.predict(new ArrayExample<>(new Regressor(TARGET, 0), names, input))
                .getOutput()
                .getValues()[0];
    }

    private static RandomForestTrainer<Regressor> trainer(long seed) {
        CARTRegressionTrainer tree =
                new CARTRegressionTrainer(Integer.MAX_VALUE, 1, 0, SHARE, false, new MeanSquaredError(), seed);
        return new RandomForestTrainer<>(tree, new AveragingCombiner(), MEMBERS, seed);
    }
}

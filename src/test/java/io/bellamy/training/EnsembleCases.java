package io.bellamy.training;

import ai.djl.ndarray.NDManager;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import io.bellamy.natives.TensorEngine;
import io.bellamy.tuning.Seed;
import java.util.List;

/** What the tests of ensembles share. */
abstract class EnsembleCases {

    static final EnsembleOptions FEW_STEPS = SyntheticRuns.OPTIONS.withSteps(30);

    static final Seed SEED = new Seed(5);

    static TrainedEnsemble train(List<Run> runs, EnsembleOptions options, Seed seed, int... pieces) {
        try (NDManager manager = TensorEngine.newManager();
                EnsembleTraining training = new EnsembleTraining(manager, runs, GoldenData.PIPELINE, options, seed)) {
            if (pieces.length == 0) {
                training.run(options.steps());
            }
            for (int piece : pieces) {
                training.run(piece);
            }
            return training.trained();
        }
    }
}

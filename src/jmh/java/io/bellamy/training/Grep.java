package io.bellamy.training;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.features.EncodedRuns;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import io.bellamy.model.NetworkShape;
import io.bellamy.service.ModelKinds;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The runs of c3o grep and the original's network, as the benchmarks of training share them. */
final class Grep {

    static final Configuration ORIGINAL =
            ConfigurationReader.read(Path.of("examples/original-config.yml"), ModelKinds.ALL.names());
    static final FeaturePipeline PIPELINE = ORIGINAL.pipeline();
    static final PretrainingOptions OPTIONS = ORIGINAL.pretraining();
    static final List<Run> RUNS = GoldenData.load("c3o", "grep").runs();
    static final EncodedRuns ENCODED = PIPELINE.fit(RUNS).encode(RUNS);

    private Grep() {}

    /** Trials before their first epoch, with dropout, which costs most. */
    static List<RunningNetwork> slots(int number) {
        NetworkShape shape = NetworkShape.of(ORIGINAL.hiddenDim(), PIPELINE);
        List<RunningNetwork> slots = new ArrayList<>();
        for (int k = 0; k < number; k++) {
            Trial trial = new Trial(k, Map.of(Hyperparameters.DROPOUT, 0.1));
            slots.add(RunningNetwork.start(trial, Seed.forTrial(0, k), shape, OPTIONS.defaults()));
        }
        return slots;
    }
}

package io.bellamy.store;

import io.bellamy.config.ConfigurationReader;
import io.bellamy.features.FittedPipeline;
import io.bellamy.golden.Golden;
import io.bellamy.golden.GoldenData;
import io.bellamy.model.TrainedModel;
import io.bellamy.model.Weights;
import io.bellamy.service.ModelKinds;
import io.bellamy.training.FineTunableNetwork;
import io.bellamy.training.FineTuningOptions;
import io.bellamy.training.HeldOutContext;
import io.bellamy.training.HeldOutRun;
import io.bellamy.training.Validation;
import io.bellamy.tuning.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Models to be kept, as small as can be. */
final class SmallModels {

    static final FittedPipeline PIPELINE =
            GoldenData.PIPELINE.fit(GoldenData.load("c3o", "grep").runs());

    static final Weights WEIGHTS = Weights.random(Golden.SHAPE, new Seed(1).generator());

    static final List<HeldOutContext> HELD_OUT = List.of(
            new HeldOutContext(new TreeMap<>(Map.of("machine_type", "m1")), List.of(new HeldOutRun(2, 10.5, 11.25))));

    private static final FineTuningOptions FINE_TUNING = ConfigurationReader.read(
                    Path.of("config.yml"), ModelKinds.ALL.names())
            .fineTuning()
            .options();

    static final List<ModelCodec<?>> CODECS = List.of(new EnsembleCodec(), new NetworkCodec(manifest -> FINE_TUNING));

    private static final TrainedModel NETWORK = new FineTunableNetwork(WEIGHTS, PIPELINE, FINE_TUNING);

    private SmallModels() {}

    /** Of the original's network. */
    static NewModel network() {
        return of("grep", CODECS, NETWORK, PIPELINE, Optional.empty());
    }

    /** One that was held back from being published. */
    static NewModel heldBack() {
        Comparison worse = new Comparison("20260101T000000.000Z", 1, 2, 1, 0.1, false);
        return of("grep", CODECS, NETWORK, PIPELINE, Optional.of(worse));
    }

    static NewModel of(
            String algorithm,
            List<ModelCodec<?>> codecs,
            TrainedModel model,
            FittedPipeline pipeline,
            Optional<Comparison> comparison) {
        Manifest.TrialSummary trial = new Manifest.TrialSummary(
                0, Map.of("lr", 0.01), 3, 2, Map.of("loss", 1.0, "mae", 2.0, "mse", 3.0), false);
        return new NewModel(
                PackedModel.of(codecs, model, pipeline, HELD_OUT),
                (version, created, files) -> new Manifest(
                        Manifest.FORMAT,
                        "c3o",
                        algorithm,
                        version,
                        created,
                        "1",
                        "17",
                        "0.36.0",
                        Manifest.Settings.of("seed: 1", Map.of("--epochs", 3L)),
                        1,
                        List.of(),
                        648,
                        162,
                        new Validation(1, 2, 3),
                        trial,
                        List.of(trial),
                        3,
                        1.5,
                        "amd64",
                        new Fingerprint("a", "r", "b", "c"),
                        comparison,
                        files));
    }
}

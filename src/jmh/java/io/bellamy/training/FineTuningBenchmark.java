package io.bellamy.training;

import io.bellamy.config.ConfigurationReader;
import io.bellamy.features.EncodedRuns;
import io.bellamy.job.Run;
import io.bellamy.model.Weights;
import io.bellamy.service.ModelKinds;
import io.bellamy.tuning.Seed;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole fine-tuning of the original's network, briefly pretrained, to the 30 runs of a context, by config.yml. */
@State(Scope.Benchmark)
public class FineTuningBenchmark {

    private static final int CONTEXT = 30;
    private static final int EPOCHS = 200;

    private Weights pretrained;
    private FineTuning fineTuning;

    @Setup(Level.Trial)
    public void start() {
        FineTuningOptions options = ConfigurationReader.read(Path.of("config.yml"), ModelKinds.ALL.names())
                .fineTuning()
                .options();
        Pretraining pretraining = new Pretraining(
                Grep.RUNS,
                Grep.PIPELINE,
                Grep.ORIGINAL.hiddenDim(),
                Grep.OPTIONS.withEpochs(EPOCHS),
                hyperparameters -> options,
                0);
        pretrained = pretraining
                .fixed(new Seed(0), Validation.Metric.VALIDATION_LOSS, share -> {})
                .orElseThrow()
                .weights();
        List<Run> context = Grep.RUNS.subList(0, CONTEXT);
        EncodedRuns encoded = Grep.PIPELINE.fit(Grep.RUNS).encode(context);
        int scaleOuts = (int) context.stream().map(Run::scaleOut).distinct().count();
        fineTuning = new FineTuning(encoded, scaleOuts, options);
    }

    @Benchmark
    public FineTuning.FineTuningResult run() {
        return fineTuning.run(pretrained, new Seed(0), (epoch, mae) -> {});
    }
}

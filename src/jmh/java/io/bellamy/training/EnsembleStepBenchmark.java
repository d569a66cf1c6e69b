package io.bellamy.training;

import ai.djl.ndarray.NDManager;
import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.natives.TensorEngine;
import io.bellamy.service.ModelKinds;
import io.bellamy.tuning.Seed;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One step of all networks of the default configuration's ensemble on c3o grep. */
@State(Scope.Benchmark)
public class EnsembleStepBenchmark {

    /** More than are ever run here. */
    private static final int STEPS = 10_000_000;

    private NDManager manager;
    private EnsembleTraining training;

    @Setup(Level.Trial)
    public void start() {
        Configuration configuration = ConfigurationReader.read(Path.of("config.yml"), ModelKinds.ALL.names());
        manager = TensorEngine.newManager();
        training = new EnsembleTraining(
                manager,
                Grep.RUNS,
                configuration.pipeline(),
                configuration.ensemble().orElseThrow().withSteps(STEPS),
                new Seed(0));
    }

    @Benchmark
    public void step() {
        training.run(1);
    }

    @TearDown(Level.Trial)
    public void end() {
        training.close();
        manager.close();
    }
}

package io.bellamy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@code predict} from the command line to the answer, in a process that is warm; the model is read anew each time. */
@State(Scope.Benchmark)
public class PredictionBenchmark {

    @Param({"config.yml", "examples/original-config.yml"})
    public String pretrainedBy;

    private String models;

    @Setup(Level.Trial)
    public void pretrain() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "benchmark-models");
        folder.toFile().deleteOnExit();
        models = folder.toString();
        run("pretrain", "-tt", "c3o", "-a", "grep", "--trials", "1", "--epochs", "200", "--config", pretrainedBy);
    }

    @Benchmark
    public String predict() {
        return run("predict", "-r", "examples/request.yml");
    }

    private String run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--models-dir";
        all[arguments.length + 1] = models;
        Bellamy done = Bellamy.run(all);
        if (done.exitCode() != ExitCode.DONE) {
            throw new IllegalStateException(done.err());
        }
        return done.out();
    }
}

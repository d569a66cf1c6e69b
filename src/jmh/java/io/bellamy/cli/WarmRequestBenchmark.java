package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.job.Costing;
import io.bellamy.job.Preferences;
import io.bellamy.report.JsonReport;
import io.bellamy.request.RequestText;
import io.bellamy.service.Answering;
import io.bellamy.service.ModelKinds;
import io.bellamy.service.Predictors;
import io.bellamy.service.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One request of eleven scale-outs, from its text to the text of the answer, in a process that has answered others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
public class WarmRequestBenchmark {

    private static final int REQUESTS = 997;

    /** How many different sizes of data are asked about: one, or more than are remembered. */
    @Param({"1", "997"})
    public int sizes;

    private Answering answering;
    private List<RequestText> requests;
    private int next;

    @Setup(Level.Trial)
    public void pretrain() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "benchmark-models");
        folder.toFile().deleteOnExit();
        Bellamy.run("pretrain", "-tt", "c3o", "-a", "grep", "--trials", "1", "--models-dir", folder.toString());
        Configuration configuration = ConfigurationReader.read(Path.of("config.yml"), ModelKinds.ALL.names());
        Workspace workspace = Workspace.of(
                configuration,
                new Workspace.Overrides(Optional.empty(), Optional.of(folder), Optional.empty()),
                Clock.systemUTC());
        answering = new Answering(
                workspace,
                new Predictors(workspace, true),
                new Answering.Asking(
                        Optional.of("c3o"), Optional.of("grep"), Preferences.NONE, Costing.NONE, false, false));
        Path file = folder.resolve("requests.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REQUESTS; i++) {
            lines.append("{\"min_scale_out\": 2, \"max_scale_out\": 12, \"essential_properties\": {\"machine_type\":"
                    + " \"c4.2xlarge\", \"job_args\": \"computer\", \"data_characteristics\": \"100 150000000 0.5\","
                    + " \"environment\": \"public cloud aws emr\", \"data_size_MB\": " + (9000 + 17 * (i % sizes))
                    + "}}\n");
        }
        Files.writeString(file, lines);
        requests = RequestText.inFile(file, configuration.limits());
    }

    @Benchmark
    public String answer() {
        next = (next + 1) % requests.size();
        return new JsonReport(true).oneOfMany(answering.answer(requests.get(next)));
    }
}

package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.Problems;
import io.bellamy.recording.RunRecording;
import io.bellamy.service.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say where runs are recorded, and how. */
final class RecordingOptions {

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(
            names = {"-a", "--algorithm"},
            paramLabel = "NAME",
            description = "the algorithm, as the data set names it; lines of JSON may name theirs")
    private Optional<String> algorithm = Optional.empty();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "the data folder (default: that of the configuration)")
    private Optional<Path> dataDir = Optional.empty();

    @Option(names = "--replace", description = "where the id is recorded with other values, put these in their place")
    private boolean replace;

    @Option(
            names = "--no-wait",
            description = "leave with exit code 5, instead of waiting, where another process is changing the data set")
    private boolean noWait;

    void check(Problems problems) {
        target.required(problems);
        algorithm.ifPresent(name -> CommonOptions.name("--algorithm", Optional.of(name), problems));
    }

    /** The data set, which is in order. */
    String target() {
        return target.required(new Problems());
    }

    Optional<String> algorithm() {
        return algorithm;
    }

    RunRecording into(Configuration configuration) {
        Workspace workspace = Workspace.of(
                configuration, new Workspace.Overrides(dataDir, Optional.empty(), Optional.empty()), Clock.systemUTC());
        return RunRecording.into(
                workspace.datasets(),
                workspace.dataDir(),
                target(),
                algorithm,
                new RunRecording.Options(replace, !noWait, configuration.limits()));
    }
}

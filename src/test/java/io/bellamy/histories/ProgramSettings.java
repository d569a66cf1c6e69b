package io.bellamy.histories;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of benchmarks that are handed on to the program. */
final class ProgramSettings {

    @Option(names = "--config", paramLabel = "FILE", description = "the program's configuration")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "of the program (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    Launcher launcher(ProgramParameters parameters) {
        return new Launcher(parameters.program(), config, seed);
    }
}

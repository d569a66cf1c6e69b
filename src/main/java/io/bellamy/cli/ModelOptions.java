package io.bellamy.cli;

import io.bellamy.problem.Problems;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the commands that save or read the model of an algorithm. */
final class ModelOptions {

    @Option(
            names = {"-a", "--algorithm"},
            paramLabel = "NAME",
            description = "the algorithm, as the data set names it (pretrain: or all, for each)")
    private Optional<String> algorithm = Optional.empty();

    @Option(
            names = "--models-dir",
            paramLabel = "DIR",
            description = "the folder of the models (default: that of the configuration)")
    private Optional<Path> modelsDir = Optional.empty();

    void take(QuickArguments given) {
        algorithm = given.value("-a", "--algorithm");
        modelsDir = given.path("--models-dir");
    }

    /**
     * The name that must be given.
     *
     * @param problems are told where it is missing or can't be one
     */
    String required(Problems problems) {
        return CommonOptions.name("--algorithm", algorithm, problems);
    }

    /** The algorithm, where it is given. */
    Optional<String> given(Problems problems) {
        return algorithm.map(name -> CommonOptions.name("--algorithm", Optional.of(name), problems));
    }

    /** The folder that wins over that of the configuration. */
    Optional<Path> modelsDir() {
        return modelsDir;
    }
}

package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.Problems;
import io.bellamy.store.ModelStore;
import java.nio.file.Path;
import java.time.Clock;
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

    /** The data set and the algorithm that a command is about. */
    record Job(String target, String algorithm) {}

    /**
     * From the options or else from elsewhere.
     *
     * @param problems with the other options; told here together with what is wrong with these
     */
    Job job(
            CommonOptions common,
            Problems problems,
            Optional<String> elsewhereTarget,
            Optional<String> elsewhereAlgorithm) {
        Job job = new Job(common.target(problems, elsewhereTarget), required(problems, elsewhereAlgorithm));
        problems.throwIfAny();
        return job;
    }

    /**
     * The algorithm, from the option or else from elsewhere.
     *
     * @param problems are told where it is missing or can't be one
     */
    String required(Problems problems, Optional<String> elsewhere) {
        return CommonOptions.name("--algorithm", algorithm.or(() -> elsewhere), problems);
    }

    /** The algorithm, where it is given. */
    Optional<String> given(Problems problems) {
        return algorithm.map(name -> CommonOptions.name("--algorithm", Optional.of(name), problems));
    }

    ModelStore models(Configuration configuration) {
        return new ModelStore(
                modelsDir.orElse(configuration.modelsDir()), Clock.systemUTC(), ModelKinds.codecs(configuration));
    }
}

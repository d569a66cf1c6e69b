package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.Name;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.store.ModelStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Options that several commands have, and what they wire up. */
final class CommonOptions {

    private static final Logger LOG = LoggerFactory.getLogger(CommonOptions.class);

    /** Where the launcher says that the program lives. */
    private static final String HOME = "bellamy.home";

    @Option(
            names = {"-tt", "--training-target"},
            paramLabel = "NAME",
            description = "the data set: a folder below the data folder, as c3o, bell or all")
    private Optional<String> trainingTarget = Optional.empty();

    @Option(
            names = {"-a", "--algorithm"},
            paramLabel = "NAME",
            description = "the algorithm, as the data set names it")
    private Optional<String> algorithm = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the configuration (default: the program's config.yml)")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "the data folder (default: that of the configuration)")
    private Optional<Path> dataDir = Optional.empty();

    @Option(
            names = "--models-dir",
            paramLabel = "DIR",
            description = "the folder of the models (default: that of the configuration)")
    private Optional<Path> modelsDir = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "where every random number comes from (default: that of the configuration)")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--logging-level",
            paramLabel = "LEVEL",
            defaultValue = "INFO",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private LoggingLevel loggingLevel = LoggingLevel.INFO;

    Configuration configuration() {
        loggingLevel.apply();
        Path file = config.orElse(Path.of(System.getProperty(HOME, "")).resolve("config.yml"));
        Configuration configuration = ConfigurationReader.read(file);
        if (!configuration.withoutMeaning().isEmpty()) {
            LOG.info(
                    "{}: accepted, but without meaning here: {}",
                    file,
                    String.join(", ", configuration.withoutMeaning()));
        }
        return configuration;
    }

    LoggingLevel loggingLevel() {
        return loggingLevel;
    }

    /** The data set and the algorithm that a command is about. */
    record Job(String target, String algorithm) {}

    /**
     * From the options or else from elsewhere.
     *
     * @param problems with the other options; told here together with what is wrong with these
     */
    Job job(Problems problems, Optional<String> elsewhereTarget, Optional<String> elsewhereAlgorithm) {
        Job job = new Job(
                name("--training-target", trainingTarget.or(() -> elsewhereTarget), problems),
                name("--algorithm", algorithm.or(() -> elsewhereAlgorithm), problems));
        problems.throwIfAny();
        return job;
    }

    long seed(Configuration configuration) {
        return seed.orElse(configuration.seed());
    }

    /** The seed that wins over that of the configuration. */
    Optional<Long> seed() {
        return seed;
    }

    DatasetCatalog datasets(Configuration configuration) {
        return new DatasetCatalog(dataDir.orElse(configuration.dataDir()), configuration.pipeline()::objection);
    }

    ModelStore models(Configuration configuration) {
        return new ModelStore(modelsDir.orElse(configuration.modelsDir()), Clock.systemUTC());
    }

    private static String name(String option, Optional<String> given, Problems problems) {
        if (given.isEmpty()) {
            problems.add(option + " is missing");
            return "";
        }
        String name = given.get();
        Name.objection(name).ifPresent(rule -> problems.add(option + ": " + Quoted.of(name) + " must be " + rule));
        return name;
    }
}

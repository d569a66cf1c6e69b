package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.Name;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.nio.file.Path;
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
        Path file = configurationFile();
        Configuration configuration = ConfigurationReader.read(file);
        if (!configuration.withoutMeaning().isEmpty()) {
            LOG.info(
                    "{}: accepted, but without meaning here: {}",
                    file,
                    String.join(", ", configuration.withoutMeaning()));
        }
        return configuration;
    }

    Path configurationFile() {
        return config.orElse(Path.of(System.getProperty(HOME, "")).resolve("config.yml"));
    }

    LoggingLevel loggingLevel() {
        return loggingLevel;
    }

    /** The data set that the command is about, where there is one, from the option or else from elsewhere. */
    String target(Problems problems, Optional<String> elsewhere) {
        return name("--training-target", trainingTarget.or(() -> elsewhere), problems);
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

    /**
     * A name that can be one.
     *
     * @param problems are told where it can't or is missing
     */
    static String name(String option, Optional<String> given, Problems problems) {
        if (given.isEmpty()) {
            problems.add(option + " is missing");
            return "";
        }
        String name = given.get();
        Name.objection(name).ifPresent(rule -> problems.add(option + ": " + Quoted.of(name) + " must be " + rule));
        return name;
    }
}

package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.service.ModelKinds;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that every command has: the configuration, and what is told on standard error and how. */
final class ProgramOptions {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramOptions.class);

    /** Where the launcher says that the program lives. */
    static final String HOME = "bellamy.home";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the configuration (default: the program's config.yml)")
    private Optional<Path> config = Optional.empty();

    @ArgGroup
    private Told told = new Told();

    @Option(
            names = LogFormat.OPTION,
            paramLabel = "FORM",
            defaultValue = "text",
            description = "how standard error is written: ${COMPLETION-CANDIDATES} with one object a line"
                    + " (default: ${DEFAULT-VALUE})")
    private LogFormat logFormat = LogFormat.text;

    /** How much is told; one of both. */
    private static final class Told {

        @Option(
                names = "--logging-level",
                paramLabel = "LEVEL",
                description = "${COMPLETION-CANDIDATES} (default: INFO)")
        private LoggingLevel level = LoggingLevel.INFO;

        @Option(names = "--quiet", description = "tell only warnings and failures, as --logging-level WARNING")
        private boolean quiet;
    }

    void take(QuickArguments given) {
        config = given.path("--config");
        logFormat = given.word(logFormat, LogFormat.OPTION);
        told.quiet = given.flag("--quiet");
    }

    /** Reads the configuration; from here on as much is told as the options want. */
    Configuration configuration() {
        loggingLevel().apply();
        Path file = configurationFile();
        Configuration configuration = ConfigurationReader.read(file, ModelKinds.ALL.names());
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

    /** Is there room for what is for people alone: tables and bars? */
    boolean tellsPeople() {
        return loggingLevel().tellsProgress() && logFormat == LogFormat.text;
    }

    private LoggingLevel loggingLevel() {
        return told.quiet ? LoggingLevel.WARNING : told.level;
    }
}

package io.bellamy.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much is told on standard error; the names are the original's. */
enum LoggingLevel {
    DEBUG(Level.DEBUG),
    INFO(Level.INFO),
    WARNING(Level.WARN),
    ERROR(Level.ERROR),
    CRITICAL(Level.OFF);

    private final transient Level level;

    LoggingLevel(Level level) {
        this.level = level;
    }

    void apply() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
    }

    /** Is what is for INFO told? */
    boolean tellsProgress() {
        return this == DEBUG || this == INFO;
    }
}

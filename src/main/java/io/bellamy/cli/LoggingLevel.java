package io.bellamy.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much is told on standard error; the names are the original's. */
enum LoggingLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    void apply() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(
                switch (this) {
                    case DEBUG -> Level.DEBUG;
                    case INFO -> Level.INFO;
                    case WARNING -> Level.WARN;
                    case ERROR -> Level.ERROR;
                    // what ends the program is told whatever the level
                    case CRITICAL -> Level.OFF;
                });
    }

    /** Is what is for INFO told? */
    boolean tellsProgress() {
        return this == DEBUG || this == INFO;
    }
}

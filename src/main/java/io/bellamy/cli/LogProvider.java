package io.bellamy.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.CoreConstants;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logback, set up by {@link LogConfigurator} and nothing else. Logback's own provider looks through all libraries for
 * configurators and tells itself how long that took, which is a twentieth of a start.
 */
public final class LogProvider implements SLF4JServiceProvider {

    /** What SLF4J takes a provider by. */
    static final String PROPERTY = "slf4j.provider";

    private final LoggerContext loggers = new LoggerContext();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final LogbackMDCAdapter contexts = new LogbackMDCAdapter();

    @Override
    public void initialize() {
        loggers.setName(CoreConstants.DEFAULT_CONTEXT_NAME);
        loggers.setMDCAdapter(contexts);
        LogConfigurator configurator = new LogConfigurator();
        configurator.setContext(loggers);
        configurator.configure(loggers);
        loggers.start();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return loggers;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return contexts;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }
}

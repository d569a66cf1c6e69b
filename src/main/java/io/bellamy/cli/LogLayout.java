package io.bellamy.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import io.bellamy.problem.Quoted;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event on a line, whatever was in its message; the lines of a stack trace, where there is one, follow. */
final class LogLayout extends LayoutBase<ILoggingEvent> {

    @Override
    public String doLayout(ILoggingEvent event) {
        String message = String.format(Locale.ROOT, "%-5s %s", event.getLevel(), event.getFormattedMessage());
        Stream<String> trace = event.getThrowableProxy() == null
                ? Stream.empty()
                : ThrowableProxyUtil.asString(event.getThrowableProxy()).lines();
        return Stream.concat(Stream.of(Quoted.line(message)), trace.map(line -> Quoted.escaped(line, "\t")))
                .map(line -> line + System.lineSeparator())
                .collect(Collectors.joining());
    }
}

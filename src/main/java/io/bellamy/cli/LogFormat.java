package io.bellamy.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.bellamy.problem.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** How standard error is written; spelled as on the command line. */
enum LogFormat {
    text,
    json;

    static final String OPTION = "--log-format";

    private static final String APPENDER = "stderr";
    private static final String TEXT_ENCODER = "the encoder of logback.xml";

    /** What the arguments ask for, though they may be wrong otherwise: it holds for telling that too. */
    static LogFormat of(List<String> given) {
        // what stands behind is a command's own
        List<String> arguments = given.stream()
                .takeWhile(argument -> !argument.equals("--"))
                .map(argument -> argument.toLowerCase(Locale.ROOT))
                .toList();
        int after = arguments.indexOf(OPTION) + 1;
        boolean json = arguments.contains(OPTION + "=json")
                || (after > 0
                        && after < arguments.size()
                        && arguments.get(after).equals("json"));
        return json ? LogFormat.json : text;
    }

    void apply() {
        OutputStreamAppender<ILoggingEvent> appender = appender();
        Encoder<ILoggingEvent> now = appender.getEncoder();
        boolean isJson = now instanceof JsonEncoder;
        if (this == json && !isJson) {
            appender.getContext().putObject(TEXT_ENCODER, now);
            appender.setEncoder(jsonEncoder(appender));
        } else if (this == text && isJson) {
            @SuppressWarnings("unchecked")
            Encoder<ILoggingEvent> textEncoder =
                    (Encoder<ILoggingEvent>) appender.getContext().getObject(TEXT_ENCODER);
            appender.setEncoder(textEncoder);
        }
    }

    /** A line that is told whatever the level, in the format in force. */
    static String failure(String message) {
        if (appender().getEncoder() instanceof JsonEncoder encoder) {
            LoggingEvent event = new LoggingEvent(
                    "", root().getLoggerContext().getLogger("bellamy"), Level.ERROR, message, null, null);
            return new String(encoder.encode(event), StandardCharsets.UTF_8).stripTrailing();
        }
        return "bellamy: " + message;
    }

    private static JsonEncoder jsonEncoder(OutputStreamAppender<ILoggingEvent> appender) {
        JsonEncoder encoder = new JsonEncoder() {
            @Override
            public byte[] encode(ILoggingEvent event) {
                String line = new String(super.encode(event), StandardCharsets.UTF_8);
                return Quoted.escaped(line, "\r\n").getBytes(StandardCharsets.UTF_8);
            }
        };
        encoder.setContext(appender.getContext());
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithThreadName(false);
        encoder.setWithContext(false);
        encoder.setWithMDC(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }

    @SuppressWarnings("unchecked")
    private static OutputStreamAppender<ILoggingEvent> appender() {
        return (OutputStreamAppender<ILoggingEvent>) root().getAppender(APPENDER);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}

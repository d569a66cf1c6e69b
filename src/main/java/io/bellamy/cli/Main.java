package io.bellamy.cli;

import io.bellamy.files.NameEncoding;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import picocli.CommandLine;

/** The program. */
public final class Main {

    /** Where there is no memory left even to say how much there is. */
    private static final String FULL =
            "bellamy: the memory is full: give Java more, for example BELLAMY_JAVA_OPTS=-Xmx1g";

    private Main() {}

    public static void main(String[] arguments) {
        prepare();
        int exitCode;
        try {
            exitCode = run(FailureHandler::tellOfThreads, arguments);
        } catch (OutOfMemoryError noRoomForMore) {
            System.err.println(FULL);
            exitCode = ExitCode.FAILURE;
        }
        System.exit(exitCode);
    }

    /** Tells the libraries, before any is used. */
    static void prepare() {
        // what the log has to say of itself is no answer, where files can't be opened least of all
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty(LogProvider.PROPERTY, LogProvider.class.getName());
        // no option is a time; what the library knows of them is found by reflection, a twentieth of a start
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    }

    /**
     * Runs a command.
     *
     * @param prepared is given the command line before it is parsed
     * @return the exit code
     */
    static int run(Consumer<CommandLine> prepared, String... arguments) {
        CommandLine command;
        try {
            command = BellamyCommand.commandLine(arguments);
            // whatever the locale: an answer is UTF-8 where it is JSON, so it is so everywhere
            command.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
            command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
            prepared.accept(command);
        } catch (RuntimeException | Error failure) {
            // so early that nothing can be relied on, the log least of all
            System.err.println(
                    "bellamy: can't start: " + ErrorAdvice.of(failure).orElseGet(failure::toString));
            return ExitCode.FAILURE;
        }
        try {
            return NameEncoding.objection(System.getProperty(ProgramOptions.HOME, ""), arguments)
                    .map(objection -> FailureHandler.refuse(command, objection, arguments))
                    .orElseGet(() -> command.execute(arguments));
        } catch (RuntimeException | Error failure) {
            return FailureHandler.tell(command, failure);
        }
    }
}

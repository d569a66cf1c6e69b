package io.bellamy.cli;

import io.bellamy.files.NameEncoding;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        CommandLine command;
        try {
            command = BellamyCommand.commandLine();
            // whatever the locale: an answer is UTF-8 where it is JSON, so it is so everywhere
            command.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
            command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
            FailureHandler.tellOfThreads(command);
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

package io.bellamy.cli;

import io.bellamy.problem.Quoted;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * Where a command answers, and where it tells what is wrong.
 *
 * @param out for answers alone
 * @param err for all else
 */
record Console(PrintWriter out, PrintWriter err) {

    /** Standard output and standard error, in UTF-8 whatever the locale: an answer is so where it is JSON. */
    static Console standard() {
        return new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    static Console of(CommandLine command) {
        return new Console(command.getOut(), command.getErr());
    }

    /** Tells of what ends a command, and what the shell is told. */
    int tell(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        tell(failure.message());
        return failure.exitCode();
    }

    void tell(String message) {
        message.lines().forEach(line -> err.println(LogFormat.failure(Quoted.line(line))));
        err.flush();
    }

    /** Tells of what ends a thread that nobody waits for, instead of the trace that Java would print. */
    void tellOfThreads() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> tell(failure));
    }
}

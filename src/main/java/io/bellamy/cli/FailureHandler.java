package io.bellamy.cli;

import io.bellamy.problem.BellamyException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The one place where a failure becomes a message and an exit code; its stack trace is for DEBUG. */
final class FailureHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LOG.debug("the failure in full", failure);
        if (failure instanceof BellamyException known) {
            tell(command, known.getMessage());
            return ExitCode.of(known);
        }
        if (failure instanceof UncheckedIOException unread) {
            tell(command, described(unread.getMessage(), unread.getCause()));
        } else if (failure instanceof IOException io) {
            tell(command, described("input or output failed", io));
        } else {
            tell(
                    command,
                    "internal failure: " + Quoted.plain(failure) + "; --logging-level DEBUG shows where it happened");
        }
        return ExitCode.FAILURE;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        tell(command, Quoted.line(failure.getMessage()));
        command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_INPUT;
    }

    private static String described(String what, IOException cause) {
        return what + ": " + cause.getClass().getSimpleName() + ": " + Quoted.line(String.valueOf(cause.getMessage()));
    }

    static void tell(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        message.lines().forEach(line -> err.println("bellamy: " + line));
        err.flush();
    }
}

package io.bellamy.cli;

import io.bellamy.problem.Quoted;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The one place where what ends a command becomes a message and an exit code. */
final class FailureHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

    /** Of what is not understood no more is repeated. */
    private static final int LONGEST = 500;

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        return tell(command, exception);
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        LogFormat format = LogFormat.of(List.of(arguments));
        format.apply();
        CommandLine command = failure.getCommandLine();
        String message = failure.getMessage();
        String told = message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
        tell(command, Quoted.line(told) + OptionAdvice.of(failure));
        if (format == LogFormat.text) {
            command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return RecordedCommand.isAskedForBy(List.of(arguments)) ? RecordedCommand.WRONG_USAGE : ExitCode.WRONG_INPUT;
    }

    /** Tells of what ends a command, and what the shell is told. */
    static int tell(CommandLine command, Throwable thrown) {
        return Console.of(command).tell(thrown);
    }

    static void tell(CommandLine command, String message) {
        Console.of(command).tell(message);
    }
}

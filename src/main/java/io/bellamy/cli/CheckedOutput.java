package io.bellamy.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a command, whichever it is, with standard error in the form that is asked for, and fails where its answer did not
 * reach standard output (a full disk, a closed pipe): printing itself never tells.
 */
final class CheckedOutput implements IExecutionStrategy {

    private static final Set<Integer> ANSWERED = Set.of(ExitCode.DONE, ExitCode.NOT_MET, ExitCode.DRIFTED);

    /** What a command does, to its exit code. */
    interface CommandRun<E extends Exception> {
        int run() throws E;
    }

    @Override
    public int execute(ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        Console console = Console.of(commands.get(commands.size() - 1));
        return run(console, parsed.originalArgs(), () -> new RunLast().execute(parsed));
    }

    /** Runs a command that was given these arguments. */
    static <E extends Exception> int run(Console console, List<String> arguments, CommandRun<E> command) throws E {
        LogFormat.of(arguments).apply();
        int exitCode;
        try {
            exitCode = command.run();
        } catch (Error failure) {
            // which the handler of exceptions does not get: memory, threads, open files
            return console.tell(failure);
        }
        // the writer may stand before System.out, which keeps a failure to itself: both are flushed and asked
        boolean writerFailed = console.out().checkError();
        boolean streamFailed = System.out.checkError();
        boolean answered = ANSWERED.contains(exitCode);
        if (!answered || !(writerFailed || streamFailed)) {
            return exitCode;
        }
        console.tell("can't write to standard output: the answer is lost or incomplete");
        return ExitCode.FAILURE;
    }
}

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

    @Override
    public int execute(ParseResult parsed) {
        LogFormat.of(parsed.originalArgs()).apply();
        List<CommandLine> commands = parsed.asCommandLineList();
        CommandLine command = commands.get(commands.size() - 1);
        int exitCode;
        try {
            exitCode = new RunLast().execute(parsed);
        } catch (Error failure) {
            // which the handler of exceptions does not get: memory, threads, open files
            return FailureHandler.tell(command, failure);
        }
        // the writer may stand before System.out, which keeps a failure to itself: both are flushed and asked
        boolean writerFailed = command.getOut().checkError();
        boolean streamFailed = System.out.checkError();
        boolean answered = ANSWERED.contains(exitCode);
        if (!answered || !(writerFailed || streamFailed)) {
            return exitCode;
        }
        FailureHandler.tell(command, "can't write to standard output: the answer is lost or incomplete");
        return ExitCode.FAILURE;
    }
}

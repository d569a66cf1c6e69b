package io.bellamy.cli;

import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bellamy}. */
@Command(
        name = "bellamy",
        description = "Predicts how long a Spark or Flink job runs on a cluster of a given size.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a failure inside, an answer or model that can't be written, a damaged model",
            "2:wrong usage or input",
            "3:nothing to work with (no data, no logs, no model, no context to hold out)",
            "4:a new model is worse than the published one and was kept but not published",
            "5:another process is changing the models of the same algorithm, or the same data set",
            "6:nothing that was asked about meets the limit; the answer names the nearest",
            "7:a job has drifted, or will miss its deadline"
        })
final class BellamyCommand implements Runnable {

    /** In the order in which help lists them. */
    private static final List<Class<?>> COMMANDS = List.of(
            ImportCommand.class,
            RecordCommand.class,
            PretrainCommand.class,
            PredictCommand.class,
            ApplyCommand.class,
            SuggestCommand.class,
            InitCommand.class,
            EvaluateCommand.class,
            CheckCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            McpCommand.class,
            ModelsCommand.class,
            GenerateCompletion.class);

    @Spec
    private CommandSpec spec;

    /**
     * The command line with all that belongs to it. Where the first argument names a command, the others can't be asked for any
     * more, and are not made, which takes a third of a start.
     */
    static CommandLine commandLine(String... arguments) {
        FailureHandler failures = new FailureHandler();
        CommandLine program = new CommandLine(new BellamyCommand());
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> arguments.length > 0
                        && command.getAnnotation(Command.class).name().equals(arguments[0]))
                .toList();
        boolean all = named.isEmpty() || named.contains(GenerateCompletion.class);
        // no method reference: with that, Java could not keep the library's class prepared for a faster start
        for (Class<?> command : all ? COMMANDS : named) {
            program.addSubcommand(command);
        }
        return NumberOptions.registered(program)
                .setExecutionStrategy(new CheckedOutput())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpAutoWidth(false);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: import, record, pretrain, predict, apply, suggest, init, evaluate, check, report, serve, mcp or models");
    }
}

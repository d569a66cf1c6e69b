package io.bellamy.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bellamy import}. */
@Command(
        name = "import",
        description = "Makes a data set of what there is.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = ImportSparkCommand.class)
final class ImportCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: spark");
    }
}

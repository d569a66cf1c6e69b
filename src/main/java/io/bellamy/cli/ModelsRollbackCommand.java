package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.report.ModelsReport;
import io.bellamy.service.VersionSummary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellamy models rollback}: another version answers. */
@Command(
        name = "rollback",
        description = "Publishes another version, after having verified it: it answers until a newer one is published."
                + " Prints the version.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ModelsRollbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Option(names = "--wait", description = "wait for a pretraining that is under way instead of failing")
    private boolean wait;

    @Parameters(
            arity = "0..1",
            paramLabel = "VERSION",
            description = "the version (default: the newest before the published one that was not held back)")
    private Optional<String> version = Optional.empty();

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        VersionSummary published = options.one(configuration).rollBack(version, wait);
        options.output()
                .print(
                        spec.commandLine().getOut(),
                        () -> new ModelsReport().json("published", List.of(published)),
                        () -> published.version() + System.lineSeparator());
        return ExitCode.DONE;
    }
}

package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.report.ModelsReport;
import io.bellamy.service.VersionSummary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bellamy models list}: what there is. */
@Command(
        name = "list",
        description = "Lists the stored versions, the newest of an algorithm first.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ModelsListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        List<VersionSummary> versions = options.selected(configuration).stream()
                .flatMap(models -> models.glancedAt().stream())
                .toList();
        options.output()
                .print(
                        spec.commandLine().getOut(),
                        () -> new ModelsReport().json("models", versions),
                        () -> new ModelsReport().table(versions));
        return ExitCode.DONE;
    }
}

package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.report.ModelsReport;
import io.bellamy.report.VersionLine;
import java.io.PrintWriter;
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
        List<VersionLine> lines = options.selected(configuration).stream()
                .flatMap(models -> models.names().stream().map(VersionLines.glancedAt(models)::of))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (options.output()) {
            case json -> out.println(new ModelsReport().json("models", lines));
            case text -> out.print(new ModelsReport().table(lines));
        }
        return ExitCode.DONE;
    }
}

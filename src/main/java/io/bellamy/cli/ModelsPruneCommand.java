package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.Problems;
import io.bellamy.report.ModelsReport;
import io.bellamy.service.StoredVersions;
import io.bellamy.service.VersionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy models prune}: removes old versions. */
@Command(
        name = "prune",
        description = "Removes the oldest versions, never the published one; prints those removed.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ModelsPruneCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "how many of the newest versions stay (default: that of the configuration, 5)")
    private Optional<Integer> keep = Optional.empty();

    @Option(names = "--wait", description = "wait for a pretraining that is under way instead of failing")
    private boolean wait;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        CommonOptions.checkPositive(problems, "--keep", keep, PublishingOptions.MOST_KEPT);
        problems.throwIfAny();
        Configuration configuration = options.configuration();
        int kept = keep.orElse(configuration.publication().keep());
        List<VersionSummary> removed = new ArrayList<>();
        for (StoredVersions models : options.selected(configuration)) {
            removed.addAll(models.prune(kept, wait));
        }
        options.output()
                .print(
                        spec.commandLine().getOut(),
                        () -> new ModelsReport().json("removed", removed),
                        () -> removed.isEmpty()
                                ? "no version is older than those that stay" + System.lineSeparator()
                                : new ModelsReport().table(removed));
        return ExitCode.DONE;
    }
}

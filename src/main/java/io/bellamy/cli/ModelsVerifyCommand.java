package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.report.ModelsReport;
import io.bellamy.service.StoredVersions;
import io.bellamy.service.VersionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bellamy models verify}: is every file as it was saved? */
@Command(
        name = "verify",
        description =
                "Reads every file of the stored versions and says which are not as they were saved; fails where one"
                        + " is not.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ModelsVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        List<StoredVersions> selected = options.selected(configuration);
        List<VersionSummary> versions =
                selected.stream().flatMap(models -> models.verified().stream()).toList();
        options.output()
                .print(
                        spec.commandLine().getOut(),
                        () -> new ModelsReport().json("models", versions),
                        () -> new ModelsReport().table(versions));
        List<String> problems = new ArrayList<>();
        versions.forEach(version -> version.problem().ifPresent(problems::add));
        selected.forEach(models -> models.problemOfPublished().ifPresent(problems::add));
        problems.forEach(problem -> FailureHandler.tell(spec.commandLine(), problem));
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILURE;
    }
}

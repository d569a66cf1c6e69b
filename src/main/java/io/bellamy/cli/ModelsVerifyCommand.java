package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.report.ModelsReport;
import io.bellamy.report.VersionLine;
import io.bellamy.store.ModelVersions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<ModelVersions> selected = options.selected(configuration);
        List<VersionLine> lines = selected.stream()
                .flatMap(models -> models.names().stream().map(VersionLines.verified(models)::of))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        switch (options.output()) {
            case json -> out.println(new ModelsReport().json("models", lines));
            case text -> out.print(new ModelsReport().table(lines));
        }
        List<String> problems = new ArrayList<>();
        lines.forEach(line -> line.problem().ifPresent(problems::add));
        selected.forEach(models -> problemOfPublished(models).ifPresent(problems::add));
        problems.forEach(problem -> FailureHandler.tell(spec.commandLine(), problem));
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILURE;
    }

    /** What is wrong with the file that names the published version, if something is. */
    private static Optional<String> problemOfPublished(ModelVersions models) {
        try {
            models.requirePublished();
            return Optional.empty();
        } catch (DamagedModelException damaged) {
            return Optional.of(damaged.getMessage());
        }
    }
}

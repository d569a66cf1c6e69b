package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.report.ModelsReport;
import io.bellamy.store.ModelVersions;
import io.bellamy.store.ModelWriter;
import java.io.PrintWriter;
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
        ModelVersions models = options.one(configuration);
        String wanted;
        try (ModelWriter writer = models.write(wait)) {
            wanted = version.map(models::existing).orElseGet(() -> before(models));
            models.read(wanted);
            writer.rollBack(wanted);
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (options.output()) {
            case json ->
                out.println(new ModelsReport()
                        .json("published", List.of(VersionLines.verified(models).of(wanted))));
            case text -> out.println(wanted);
        }
        return ExitCode.DONE;
    }

    private static String before(ModelVersions models) {
        String published = models.published().orElseThrow();
        return models.names().stream()
                .filter(name -> name.compareTo(published) < 0)
                .filter(name -> !models.manifest(name).heldBack())
                .findFirst()
                .orElseThrow(() -> new NothingToWorkWithException("there is no version of " + models.target() + " "
                        + models.algorithm() + " before " + published + " that was ever published"));
    }
}

package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.report.VersionReport;
import io.bellamy.service.VersionSummary;
import io.bellamy.store.Manifest;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellamy models show}: all that there is to say of a version. */
@Command(
        name = "show",
        description = "Shows where a version of a model comes from, how good it is and what belongs to it.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ModelsShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Parameters(arity = "0..1", paramLabel = "VERSION", description = "the version (default: the published one)")
    private Optional<String> version = Optional.empty();

    @Override
    public Integer call() {
        Configuration configuration = options.configuration();
        VersionSummary shown = options.one(configuration).one(version);
        Manifest manifest = shown.manifest()
                .orElseThrow(() -> new DamagedModelException(shown.problem().orElseThrow()));
        options.output()
                .print(
                        spec.commandLine().getOut(),
                        () -> new VersionReport().json(shown, manifest),
                        () -> new VersionReport().text(shown, manifest));
        return ExitCode.DONE;
    }
}

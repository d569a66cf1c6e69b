package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.problem.Problems;
import io.bellamy.service.LiveJobs.LiveScope;
import io.bellamy.service.RunningProgram;
import io.bellamy.web.ServeSettings;
import io.bellamy.web.WebService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy serve}: answers over HTTP. */
@Command(
        name = "serve",
        description =
                "Answers requests over HTTP, with models and data as they are at the time, until it is told to stop.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ServeCommand implements Callable<Integer> {

    private static final int MOST_WORKERS = 256;
    private static final int MOST_WAITING = 100_000;
    private static final int MOST_SECONDS = 3600;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServedOptions served = new ServedOptions();

    @Mixin
    private ListenOptions listening = new ListenOptions();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "tokens, one a line, of which each request must show one; nobody else may read the file")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "a name by which the service may be asked, beside localhost and addresses; may be repeated")
    private Set<String> hosts = new LinkedHashSet<>();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "how many requests are worked on at a time (default: one a processor)")
    private Optional<Integer> workers = Optional.empty();

    @Option(
            names = "--queue",
            paramLabel = "N",
            description = "how many more may wait; what is beyond is refused with status 503 (default: 128)")
    private Optional<Integer> queue = Optional.empty();

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            description =
                    "how long requests are still taken after a signal to stop, while /readyz says no (default: none)")
    private Optional<Integer> drain = Optional.empty();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        LiveScope scope = served.scope(problems);
        CommonOptions.checkPositive(problems, "--workers", workers, MOST_WORKERS);
        CommonOptions.checkPositive(problems, "--queue", queue, MOST_WAITING);
        CommonOptions.checkPositive(problems, "--drain", drain, MOST_SECONDS);
        listening.check(problems, tokenFile.isPresent());
        problems.throwIfAny();
        Configuration configuration = served.configuration();
        ServeSettings settings = new ServeSettings(
                new RunningProgram().version(),
                listening.places(),
                scope,
                tokenFile,
                listening.identity(),
                hosts,
                served.costing(configuration),
                workers.orElseGet(() -> Runtime.getRuntime().availableProcessors()),
                queue.orElse(128),
                Duration.ofSeconds(1),
                Duration.ofSeconds(drain.orElse(0)));
        new WebService(served.workspace(configuration), settings, ServedOptions::told).run(places -> {
            places.forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
        });
        return ExitCode.DONE;
    }
}

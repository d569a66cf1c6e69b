package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.imports.ImportSummary;
import io.bellamy.imports.LogPlace;
import io.bellamy.imports.SparkImport;
import io.bellamy.problem.Problems;
import io.bellamy.report.ImportReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellamy import spark}: Spark's event logs into a data set. */
@Command(
        name = "spark",
        description = "Makes a data set of Spark's event logs, or adds to it what is new: a row for each run.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ImportSparkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProgramOptions program = new ProgramOptions();

    @Mixin
    private TargetOption target = new TargetOption();

    @Parameters(
            paramLabel = "PLACE",
            arity = "1..*",
            description =
                    "event logs: files, zips, folders to search, and addresses of history servers (http://host:18080)")
    private List<String> places = new ArrayList<>();

    @Mixin
    private HistoryServerOptions server = new HistoryServerOptions();

    @Option(names = "--into", paramLabel = "NAME", description = "the data set that they go into, as --training-target")
    private Optional<String> into = Optional.empty();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "the data folder (default: that of the configuration)")
    private Optional<Path> dataDir = Optional.empty();

    @Option(
            names = "--dry-run",
            description =
                    "write nothing: show which runs are one job, what is left out and why, and what can be predicted")
    private boolean dryRun;

    @Mixin
    private OutputOption output = new OutputOption();

    private ImportSite site = ImportSite.here();

    /** Logs are looked for and read there from now on. */
    void importAt(ImportSite there) {
        site = there;
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        String name = name(problems);
        List<LogPlace> logs = new ArrayList<>(site.files(
                places.stream()
                        .filter(place -> !HistoryServerOptions.isAddress(place))
                        .toList(),
                problems));
        places.stream().filter(HistoryServerOptions::isAddress).forEach(place -> server.server(place, problems)
                .map(LogPlace.LogServer::new)
                .ifPresent(logs::add));
        problems.throwIfAny();
        Configuration configuration = program.configuration();
        Path folder = dataDir.orElse(configuration.dataDir()).resolve(name);
        ImportSummary summary;
        try (ProgressDisplay display = new ProgressDisplay("import", program.tellsPeople())) {
            summary = new SparkImport(folder, dryRun, site.readers(), (done, of) -> show(display, done, of)).run(logs);
        }
        ImportReport report = new ImportReport(summary);
        output.print(spec.commandLine().getOut(), report::json, report::text);
        if (!dryRun) {
            site.imported(folder);
        }
        return summary.isEmpty() ? ExitCode.NOTHING_TO_WORK_WITH : ExitCode.DONE;
    }

    private String name(Problems problems) {
        Optional<String> other = target.given(problems);
        if (into.isPresent() && other.isPresent() && !into.equals(other)) {
            problems.add("--into and --training-target: must be the same where both are given");
        }
        return CommonOptions.name("--into", into.or(() -> other), problems);
    }

    private static void show(ProgressDisplay display, int logs, int of) {
        synchronized (display) {
            display.update((double) logs / of, logs + " of " + of + " logs read");
        }
    }
}

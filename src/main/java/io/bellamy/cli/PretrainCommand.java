package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.config.SearchOptions;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.problem.Problems;
import io.bellamy.report.PretrainingReport;
import io.bellamy.store.Manifest;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.update.ModelUpdate;
import io.bellamy.update.Origin;
import io.bellamy.update.Resumption;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy pretrain}: searches for the best model of an algorithm and publishes it. */
@Command(
        name = "pretrain",
        description =
                "Trains a model on every run known of an algorithm (or, with -a all, of each algorithm of the data"
                        + " set), saves and publishes it; prints the folder of the model.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class PretrainCommand implements Callable<Integer> {

    private static final int MOST = 10_000_000;
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private PublishingOptions publishing = new PublishingOptions();

    @Option(names = "--trials", paramLabel = "N", description = "how many hyperparameter settings are tried")
    private Optional<Integer> trials = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "how many epochs a trial runs at most")
    private Optional<Integer> epochs = Optional.empty();

    @Option(
            names = "--resume",
            description = "go on from the checkpoint that an interrupted pretraining left; it ends with the same model;"
                    + " with -a all, algorithms that have none start from the beginning")
    private boolean resume;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private OutputForm output = OutputForm.text;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        CommonOptions.checkPositive(problems, "--trials", trials, MOST);
        CommonOptions.checkPositive(problems, "--epochs", epochs, MOST);
        publishing.check(problems);
        ModelOptions.Job job = model.job(common, problems, Optional.empty(), Optional.empty());
        Configuration configuration = common.configuration();
        DatasetCatalog datasets = common.datasets(configuration);
        Set<String> algorithms =
                job.algorithm().equals(ALL) ? datasets.algorithms(job.target()) : Set.of(job.algorithm());
        PretrainingRound round = new PretrainingRound(
                job.target(),
                update(configuration, datasets),
                publishing.options(configuration, resumption(job)),
                spec.commandLine());
        List<PretrainingReport.Entry> entries = round.run(algorithms);
        int exitCode = ExitCode.gravest(
                entries.stream().map(PretrainingReport.Entry::exitCode).toList());
        PretrainingReport report = new PretrainingReport(job.target(), exitCode, entries);
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case json -> out.println(report.json());
            case text -> out.print(report.folders());
        }
        out.flush();
        return exitCode;
    }

    private Resumption resumption(ModelOptions.Job job) {
        if (!resume) {
            return Resumption.NEVER;
        }
        return job.algorithm().equals(ALL) ? Resumption.WHERE_INTERRUPTED : Resumption.ALWAYS;
    }

    private ModelUpdate update(Configuration configuration, DatasetCatalog datasets) {
        PretrainingOptions usual = configuration.pretraining();
        PretrainingOptions pretraining = epochs.map(usual::withEpochs).orElse(usual);
        SearchOptions search = trials.map(configuration.search()::withTrials).orElse(configuration.search());
        long seed = common.seed(configuration);
        ProgramVersion version = new ProgramVersion();
        Origin origin = new Origin(
                new Origin.Program(version.program(), version.java(), version.djl(), version.sha256()),
                Manifest.Settings.of(configuration.text(), overrides()),
                seed,
                search.trials(),
                pretraining.epochs());
        SearchRun run = new SearchRun(
                configuration,
                pretraining,
                search,
                seed,
                common.tellsPeople(),
                spec.commandLine().getErr());
        return new ModelUpdate(datasets, model.models(configuration), origin, run::on);
    }

    /** The options that won over the configuration. */
    private Map<String, Long> overrides() {
        Map<String, Long> overrides = new LinkedHashMap<>();
        trials.ifPresent(number -> overrides.put("--trials", (long) number));
        epochs.ifPresent(number -> overrides.put("--epochs", (long) number));
        common.seed().ifPresent(number -> overrides.put("--seed", number));
        return overrides;
    }
}

package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.config.SearchOptions;
import io.bellamy.data.Dataset;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.report.TrialTable;
import io.bellamy.store.Checkpoint;
import io.bellamy.store.CheckpointKey;
import io.bellamy.store.Manifest;
import io.bellamy.store.Manifest.TrialSummary;
import io.bellamy.store.ModelStore;
import io.bellamy.store.StoredModel;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.EnsembleSearch;
import io.bellamy.training.Pretraining;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.tuning.Measurement;
import io.bellamy.tuning.Study;
import io.bellamy.tuning.TrialResult;
import io.bellamy.tuning.TrialState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy pretrain}: searches for the best model of an algorithm and saves it. */
@Command(
        name = "pretrain",
        description = "Trains a model on every run known of an algorithm and saves it; prints the folder of the model.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class PretrainCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(PretrainCommand.class);
    private static final int MOST = 10_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--trials", paramLabel = "N", description = "how many hyperparameter settings are tried")
    private Optional<Integer> trials = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "how many epochs a trial runs at most")
    private Optional<Integer> epochs = Optional.empty();

    @Option(
            names = "--resume",
            description = "go on from the checkpoint that an interrupted pretraining left; it ends with the same model")
    private boolean resume;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        trials.ifPresent(number -> checkPositive(problems, "--trials", number));
        epochs.ifPresent(number -> checkPositive(problems, "--epochs", number));
        ModelOptions.Job job = model.job(common, problems, Optional.empty(), Optional.empty());
        Configuration configuration = common.configuration();
        long seed = common.seed(configuration);
        PretrainingOptions options = configuration.pretraining();
        PretrainingOptions pretraining = epochs.map(options::withEpochs).orElse(options);
        SearchOptions search = trials.map(configuration.search()::withTrials).orElse(configuration.search());
        Dataset dataset = common.datasets(configuration).load(job.target(), job.algorithm());
        ModelStore models = model.models(configuration);
        models.prepare(job.target(), job.algorithm());
        LOG.info(
                "{} {}: {} runs, {} trials of up to {} epochs",
                job.target(),
                job.algorithm(),
                dataset.runs().size(),
                search.trials(),
                pretraining.epochs());
        Manifest.Settings settings = Manifest.Settings.of(configuration.text(), overrides());
        CheckpointKey key = new CheckpointKey(
                new ProgramVersion().getVersion()[0],
                settings.sha256(),
                DataDigest.of(dataset),
                seed,
                search.trials(),
                pretraining.epochs());
        try (Checkpoint checkpoint = models.checkpoint(job.target(), job.algorithm(), key, resume)) {
            Pretraining.Result result = search(configuration, pretraining, search, dataset, seed, checkpoint);
            double seconds = checkpoint.seconds();
            PrintWriter err = spec.commandLine().getErr();
            if (common.loggingLevel().tellsProgress()) {
                err.print(new TrialTable(search.parameterColumns(), search.metricColumns()).render(result));
                err.flush();
            }
            Path saved = models.save(
                    job.target(),
                    job.algorithm(),
                    (version, created) -> new StoredModel(
                            manifest(version, created, dataset, settings, result, pretraining.epochs(), seed, seconds),
                            result.model(),
                            result.pipeline()));
            checkpoint.remove();
            LOG.info("saved after {} s", Math.round(seconds));
            spec.commandLine().getOut().println(saved);
            spec.commandLine().getOut().flush();
        }
        return ExitCode.DONE;
    }

    private Pretraining.Result search(
            Configuration configuration,
            PretrainingOptions pretraining,
            SearchOptions search,
            Dataset dataset,
            long seed,
            Checkpoints checkpoints) {
        long most = (long) search.trials() * pretraining.epochs();
        try (ProgressDisplay display = new ProgressDisplay("pretraining", common.loggingLevel())) {
            Pretraining.Progress progress = (finished, running, epochs, spared) -> display.update(
                    (double) epochs / (most - spared),
                    finished + " of " + search.trials() + " trials ended, " + running + " under way, " + epochs
                            + " of at most " + (most - spared) + " epochs");
            Study study = search.study(pretraining.epochs(), seed);
            return configuration
                    .ensemble()
                    .map(ensemble -> new EnsembleSearch(
                                    dataset.runs(), configuration.pipeline(), ensemble.withSteps(pretraining.epochs()))
                            .run(study, search.maxConcurrent(), search.metric(), progress, checkpoints))
                    .orElseGet(() -> new Pretraining(
                                    dataset.runs(),
                                    configuration.pipeline(),
                                    configuration.hiddenDim(),
                                    pretraining,
                                    seed)
                            .run(study, search.maxConcurrent(), search.metric(), progress, checkpoints))
                    .orElseThrow(() -> new InvalidInputException("no trial reached a finite "
                            + search.metric().name().toLowerCase(Locale.ROOT)
                            + ": give smaller learning rates under tune_run.config.lr"));
        }
    }

    private static void checkPositive(Problems problems, String option, int number) {
        if (number < 1 || number > MOST) {
            problems.add(option + ": '" + number + "' must be a whole number from 1 to " + MOST);
        }
    }

    /** The options that won over the configuration. */
    private Map<String, Long> overrides() {
        Map<String, Long> overrides = new LinkedHashMap<>();
        trials.ifPresent(number -> overrides.put("--trials", (long) number));
        epochs.ifPresent(number -> overrides.put("--epochs", (long) number));
        common.seed().ifPresent(number -> overrides.put("--seed", number));
        return overrides;
    }

    private static Manifest manifest(
            String version,
            String created,
            Dataset dataset,
            Manifest.Settings settings,
            Pretraining.Result result,
            int epochs,
            long seed,
            double seconds) {
        ProgramVersion program = new ProgramVersion();
        return new Manifest(
                Manifest.FORMAT,
                dataset.target(),
                dataset.algorithm(),
                version,
                created,
                program.program(),
                program.java(),
                program.djl(),
                settings,
                seed,
                dataset.files(),
                result.trainingRows(),
                result.validationRows(),
                result.validation(),
                summary(result.best(), result),
                result.trials().stream().map(trial -> summary(trial, result)).toList(),
                epochs,
                seconds,
                Map.of());
    }

    private static TrialSummary summary(TrialResult trial, Pretraining.Result result) {
        Map<String, Double> figures = new LinkedHashMap<>();
        Optional.ofNullable(result.validations().get(trial.trial().number())).ifPresent(validation -> {
            figures.put("loss", validation.loss());
            figures.put("mae", validation.mae());
            figures.put("mse", validation.mse());
        });
        return new TrialSummary(
                trial.trial().number(),
                trial.trial().parameters(),
                trial.epochs(),
                trial.best().map(Measurement::epoch).orElse(0),
                figures,
                trial.state() == TrialState.PRUNED);
    }
}

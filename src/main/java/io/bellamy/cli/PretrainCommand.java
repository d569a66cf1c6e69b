package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.report.PretrainingReport;
import io.bellamy.request.ChargeReader;
import io.bellamy.service.ModelKinds;
import io.bellamy.service.Pretrainings;
import io.bellamy.service.RunningProgram;
import io.bellamy.service.TrainingHere;
import io.bellamy.service.TrainingPlace;
import io.bellamy.service.Workspace;
import io.bellamy.update.Resumption;
import java.time.Duration;
import java.util.LinkedHashMap;
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
                        + " set and of all together), saves and publishes it; prints the folder of the model.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class PretrainCommand implements Callable<Integer> {

    private static final int MOST = 10_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private PublishingOptions publishing = new PublishingOptions();

    @Option(names = "--trials", paramLabel = "N", description = "how many hyperparameter settings are tried at most")
    private Optional<Integer> trials = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "how many epochs a trial runs at most")
    private Optional<Integer> epochs = Optional.empty();

    @Option(
            names = "--resume",
            description = "go on from the checkpoint that an interrupted pretraining left; it ends with the same model;"
                    + " with -a all, algorithms that have none start from the beginning")
    private boolean resume;

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description = "an algorithm that takes longer is given up, and the others go on (default: 4 h)")
    private String timeLimit = "4 h";

    @Mixin
    private OutputOption output = new OutputOption();

    private TrainingPlace place = new TrainingHere(ModelKinds.ALL);

    /** Models are trained there from now on. */
    void trainAt(TrainingPlace there) {
        place = there;
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        CommonOptions.checkPositive(problems, "--trials", trials, MOST);
        CommonOptions.checkPositive(problems, "--epochs", epochs, MOST);
        publishing.check(problems);
        Optional<Double> limit = ChargeReader.seconds(timeLimit).filter(seconds -> seconds > 0);
        if (limit.isEmpty()) {
            problems.add("--time-limit: " + Quoted.of(timeLimit) + " must be " + ChargeReader.TIME_RULE);
        }
        String target = common.target(problems);
        String algorithm = model.required(problems);
        problems.throwIfAny();
        Configuration configuration = common.configuration();
        Workspace workspace = common.workspace(configuration, model.modelsDir());
        boolean all = algorithm.equals(DatasetCatalog.ALL);
        Set<String> algorithms = all ? Pretrainings.all(workspace, target) : Set.of(algorithm);
        boolean many = place.sideBySide(algorithms.size()) > 1;
        Pretrainings pretrainings = new Pretrainings(
                workspace,
                new RunningProgram(),
                new Pretrainings.PretrainingOverrides(trials, epochs, overrides()),
                place,
                new SearchDisplay(common.tellsPeople(), many, spec.commandLine().getErr()));
        PretrainingReport report;
        try (PretrainingRound round =
                new PretrainingRound(target, algorithms, many, common.tellsPeople(), spec.commandLine())) {
            pretrainings.updateAll(
                    target,
                    algorithms,
                    publishing.options(configuration, resumption(all)),
                    time(limit.orElseThrow()),
                    round::add);
            report = round.report();
        }
        output.print(spec.commandLine().getOut(), report::json, report::folders);
        return report.exitCode();
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }

    private Resumption resumption(boolean all) {
        if (!resume) {
            return Resumption.NEVER;
        }
        return all ? Resumption.WHERE_INTERRUPTED : Resumption.ALWAYS;
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

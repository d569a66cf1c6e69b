package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.problem.Problems;
import io.bellamy.report.PretrainingReport;
import io.bellamy.service.Pretrainings;
import io.bellamy.service.RunningProgram;
import io.bellamy.service.Workspace;
import io.bellamy.update.Resumption;
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

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        CommonOptions.checkPositive(problems, "--trials", trials, MOST);
        CommonOptions.checkPositive(problems, "--epochs", epochs, MOST);
        publishing.check(problems);
        String target = common.target(problems);
        String algorithm = model.required(problems);
        problems.throwIfAny();
        Configuration configuration = common.configuration();
        Workspace workspace = common.workspace(configuration, model.modelsDir());
        SearchDisplay display =
                new SearchDisplay(common.tellsPeople(), spec.commandLine().getErr());
        Pretrainings pretrainings = new Pretrainings(
                workspace,
                new RunningProgram(),
                new Pretrainings.PretrainingOverrides(trials, epochs, overrides()),
                display);
        boolean all = algorithm.equals(DatasetCatalog.ALL);
        Set<String> algorithms = all ? pretrainings.all(target) : Set.of(algorithm);
        PretrainingRound round = new PretrainingRound(target, algorithms.size() > 1, spec.commandLine());
        pretrainings.updateAll(target, algorithms, publishing.options(configuration, resumption(all)), round::add);
        PretrainingReport report = round.report();
        output.print(spec.commandLine().getOut(), report::json, report::folders);
        return report.exitCode();
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

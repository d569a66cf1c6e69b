package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.files.InputFile;
import io.bellamy.job.JobName;
import io.bellamy.launch.ApplicationFile;
import io.bellamy.launch.LaunchPlan;
import io.bellamy.launch.LaunchRules;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Words;
import io.bellamy.request.RequestText;
import io.bellamy.service.Answering;
import io.bellamy.service.Predictors;
import io.bellamy.service.Reply.Answered;
import io.bellamy.service.Workspace;
import io.bellamy.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy apply}: an answer into the file of an application. */
@Command(
        name = "apply",
        description =
                "Prints the file of a SparkApplication with the sizes that are recommended, and all else as it is.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ApplyCommand implements Callable<Integer>, QuickCommand {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyCommand.class);

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions stored = new ModelOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Mixin
    private PreferenceOptions preferences = new PreferenceOptions();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "the file, in YAML or JSON; other documents in it stay as they are")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "the application, where the file has several")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--dynamic",
            description = "let Spark find out how many executors it needs, as where the file enables dynamicAllocation")
    private boolean dynamic;

    @Override
    public void take(QuickArguments given) {
        common.take(given);
        stored.take(given);
        requests.take(given);
        preferences.take(given);
        file = given.path("-f", "--file");
        name = given.value("--name");
        dynamic = given.flag("--dynamic");
    }

    @Override
    public Integer call() throws IOException {
        return run(Console.of(spec.commandLine()));
    }

    @Override
    public int run(Console console) throws IOException {
        Configuration configuration = common.configuration();
        Problems problems = new Problems();
        Answering.Asking asking = new Answering.Asking(
                common.givenTarget(problems),
                stored.given(problems),
                preferences.preferences(problems),
                preferences.costing(configuration.limits()),
                false,
                false);
        if (file.isEmpty()) {
            problems.add("--file is missing");
        }
        problems.throwIfAny();
        Path path = file.orElseThrow();
        ApplicationFile application = ApplicationFile.of(path.toString(), YamlFile.text(InputFile.named(path)), name);
        Recommendation recommendation = recommendation(configuration, asking);
        if (!recommendation.met()) {
            console.tell(Words.choice(recommendation));
            return ExitCode.NOT_MET;
        }
        LaunchRules configured = configuration.launch();
        LaunchPlan plan = LaunchPlan.of(
                recommendation, application.rules(configured.dynamically(dynamic || configured.dynamic())));
        console.out().print(application.with(plan));
        console.out().flush();
        plan.notes().forEach(note -> LOG.warn("{}: {}", path, note));
        return ExitCode.DONE;
    }

    private Recommendation recommendation(Configuration configuration, Answering.Asking asking) throws IOException {
        Workspace workspace = common.workspace(configuration, stored.modelsDir());
        Optional<JobName> job =
                asking.target().flatMap(set -> asking.algorithm().map(algorithm -> new JobName(set, algorithm)));
        Predictors predictors = new Predictors(workspace, false);
        List<RequestText> texts = requests.texts(workspace, predictors.datasets(), job);
        if (texts.size() != 1) {
            throw new InvalidInputException("--request: must be one, not " + texts.size());
        }
        Answered answered = new Answering(workspace, predictors, asking).answer(texts.get(0));
        return answered.advice().get(0).recommendation();
    }
}

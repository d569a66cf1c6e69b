package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.job.Costing;
import io.bellamy.job.JobName;
import io.bellamy.job.Preferences;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.recommendation.NextRun;
import io.bellamy.report.NextRunReport;
import io.bellamy.request.RequestText;
import io.bellamy.service.Answering;
import io.bellamy.service.Predictors;
import io.bellamy.service.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy suggest}: says which run is worth measuring. */
@Command(
        name = "suggest",
        description = "Names the scale-out whose measurement would narrow the answer to a request most.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class SuggestCommand implements Callable<Integer>, QuickCommand {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions stored = new ModelOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Option(
            names = "--interval",
            paramLabel = "P",
            description = "which share of runs lies in the intervals that are to become narrower (default: 0.9)")
    private Optional<Double> interval = Optional.empty();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public void take(QuickArguments given) {
        common.take(given);
        stored.take(given);
        requests.take(given);
        interval = given.number("--interval");
        output.take(given);
    }

    @Override
    public Integer call() throws IOException {
        return run(Console.of(spec.commandLine()));
    }

    @Override
    public int run(Console console) throws IOException {
        Configuration configuration = common.configuration();
        Problems problems = new Problems();
        PreferenceOptions.checkProbability(problems, "--interval", interval);
        Optional<String> target = common.givenTarget(problems);
        Optional<String> algorithm = stored.given(problems);
        problems.throwIfAny();
        Workspace workspace = common.workspace(configuration, stored.modelsDir());
        Optional<JobName> job = target.flatMap(set -> algorithm.map(name -> new JobName(set, name)));
        Predictors predictors = new Predictors(workspace, false);
        List<RequestText> texts = requests.texts(workspace, predictors.datasets(), job);
        if (texts.size() != 1) {
            throw new InvalidInputException("--request: must be one request, not " + texts.size());
        }
        Answering.Asking asking = new Answering.Asking(
                target, algorithm, Preferences.NONE.withInterval(interval), Costing.NONE, false, false);
        NextRun next = new Answering(workspace, predictors, asking).suggest(texts.get(0));
        output.print(console.out(), () -> NextRunReport.json(next), () -> NextRunReport.text(next));
        return ExitCode.DONE;
    }
}

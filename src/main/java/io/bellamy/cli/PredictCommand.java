package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.job.JobName;
import io.bellamy.job.Preferences;
import io.bellamy.problem.Problems;
import io.bellamy.report.ReplyForm;
import io.bellamy.report.Words;
import io.bellamy.request.RequestText;
import io.bellamy.service.Advice;
import io.bellamy.service.Answering;
import io.bellamy.service.Predictors;
import io.bellamy.service.Reply.Answered;
import io.bellamy.service.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy predict}: answers requests. */
@Command(
        name = "predict",
        description = "Predicts the runtime of a job for a range of scale-outs, and recommends one.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class PredictCommand implements Callable<Integer>, QuickCommand {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions stored = new ModelOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Mixin
    private PlotOption plot = new PlotOption();

    @Mixin
    private PreferenceOptions preferences = new PreferenceOptions();

    @Option(
            names = {"-o", "--output", "--format"},
            paramLabel = "FORM",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private AnswerForm output = AnswerForm.text;

    @Option(
            names = "--each-candidate",
            description = "where blank properties leave several contexts in question, predict each instead of refusing")
    private boolean eachCandidate;

    @Option(
            names = "--dynamic",
            description = "of forms for launchers: let Spark find out how many executors it needs, between those of the"
                    + " scale-outs asked about that meet the limit")
    private boolean dynamic;

    @Option(
            names = "--explain",
            description = "show each property's nearest known values, how the model sees it, the runs that the answer"
                    + " rests on, and where their time goes")
    private boolean explain;

    @Option(
            names = "--strict",
            description = "fail where the published model is damaged, instead of answering with another version")
    private boolean strict;

    @Override
    public void take(QuickArguments given) {
        common.take(given);
        stored.take(given);
        requests.take(given);
        preferences.take(given);
        output = given.word(output, "-o", "--output", "--format");
        eachCandidate = given.flag("--each-candidate");
        dynamic = given.flag("--dynamic");
        explain = given.flag("--explain");
        strict = given.flag("--strict");
    }

    @Override
    public Integer call() throws IOException {
        return run(Console.of(spec.commandLine()));
    }

    @Override
    public int run(Console console) throws IOException {
        Configuration configuration = common.configuration();
        Problems problems = new Problems();
        Answering.Asking asking = asking(configuration, problems);
        plot.check(problems);
        if (dynamic && !output.isForLaunchers()) {
            problems.add("--dynamic: is about forms for launchers (--format)");
        }
        problems.throwIfAny();
        plot.requireOne(requests.many());
        Workspace workspace = common.workspace(configuration, stored.modelsDir());
        Predictors predictors = new Predictors(workspace, strict);
        Answering answering = new Answering(workspace, predictors, asking);
        Optional<JobName> job =
                asking.target().flatMap(set -> asking.algorithm().map(name -> new JobName(set, name)));
        List<RequestText> texts = requests.texts(workspace, predictors.datasets(), job);
        plot.requireOne(texts.size() > 1);
        ReplyForm form = output.form(
                StandardOutput.terminal(),
                configuration
                        .launch()
                        .dynamically(dynamic || configuration.launch().dynamic()));
        PrintWriter out = console.out();
        if (texts.size() == 1 && !requests.many() && output != AnswerForm.jsonl) {
            Answered answered = answering.answer(texts.get(0));
            draw(answered);
            out.print(form.header() + form.alone(answered));
            out.flush();
            ManyReplies.tellLeftOut(form, answered);
            answered.advice().stream()
                    .map(Advice::recommendation)
                    .filter(recommendation -> !recommendation.met())
                    .forEach(unmet -> console.tell(Words.choice(unmet)));
            return ManyReplies.exitCode(answered);
        }
        int exitCode = new ManyReplies(form, out, console::tell).write(texts, text -> {
            Answered one = answering.answer(text);
            draw(one);
            return one;
        });
        out.flush();
        return exitCode;
    }

    private Answering.Asking asking(Configuration configuration, Problems problems) {
        Preferences preferred = preferences.preferences(problems);
        Optional<String> target = common.givenTarget(problems);
        Optional<String> algorithm = stored.given(problems);
        problems.throwIfAny();
        return new Answering.Asking(
                target, algorithm, preferred, preferences.costing(configuration.limits()), eachCandidate, explain);
    }

    private void draw(Answered answered) {
        plot.draw(answered.advice());
    }
}

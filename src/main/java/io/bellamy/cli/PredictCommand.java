package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.job.Prices;
import io.bellamy.job.Request;
import io.bellamy.job.Wishes;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Explanation;
import io.bellamy.prediction.Predictor;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.recommendation.Candidate;
import io.bellamy.recommendation.Objective;
import io.bellamy.recommendation.Recommendation;
import io.bellamy.report.Advice;
import io.bellamy.report.Reply;
import io.bellamy.report.Reply.Answered;
import io.bellamy.report.Reply.Refused;
import io.bellamy.report.ReplyForm;
import io.bellamy.report.Words;
import io.bellamy.request.Asked;
import io.bellamy.request.RequestText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
final class PredictCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions stored = new ModelOptions();

    @Mixin
    private RequestOptions requests = new RequestOptions();

    @Mixin
    private WishOptions wishes = new WishOptions();

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

    @Option(names = "--explain", description = "show each property's nearest known values, and how the model sees it")
    private boolean explain;

    @Option(
            names = "--strict",
            description = "fail where the published model is damaged, instead of answering with another version")
    private boolean strict;

    /** What holds for all requests. */
    private record Setting(Answering answering, Wishes wishes, Optional<Prices> prices) {}

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        Problems problems = new Problems();
        Wishes wished = wishes.wishes(problems);
        problems.throwIfAny();
        Setting setting = new Setting(new Answering(common, stored, configuration, strict), wished, wishes.prices());
        List<RequestText> texts = requests.texts();
        ReplyForm form = output.form(StandardOutput.terminal());
        PrintWriter out = spec.commandLine().getOut();
        out.print(form.header());
        if (texts.size() == 1 && !requests.many() && output != AnswerForm.jsonl) {
            Answered answered = answer(texts.get(0), configuration, setting);
            out.print(form.alone(answered));
            out.flush();
            answered.advice().stream()
                    .map(Advice::recommendation)
                    .filter(recommendation -> !recommendation.met())
                    .forEach(unmet -> FailureHandler.tell(spec.commandLine(), Words.choice(unmet)));
            return exitCode(answered);
        }
        List<Integer> exitCodes = new ArrayList<>();
        for (RequestText text : texts) {
            Reply reply = reply(text, configuration, setting);
            out.print(form.oneOfMany(reply));
            exitCodes.add(exitCode(reply));
        }
        out.flush();
        return ExitCode.gravest(exitCodes);
    }

    private Reply reply(RequestText text, Configuration configuration, Setting setting) {
        try {
            return answer(text, configuration, setting);
        } catch (BellamyException refusal) {
            Failure failure = Failure.of(refusal);
            boolean says = failure.message().startsWith(text.source());
            FailureHandler.tell(spec.commandLine(), (says ? "" : text.source() + ": ") + failure.message());
            return new Refused(
                    text.source(), failure.exitCode(), failure.message().lines().toList());
        }
    }

    private Answered answer(RequestText text, Configuration configuration, Setting setting) {
        Asked asked =
                RequestOptions.reader(configuration).read(text.text().get().read(new Problems()));
        if (eachCandidate && asked.alternatives().size() > 1) {
            throw new InvalidInputException("--each-candidate must not be given with several machine types");
        }
        Wishes wished = setting.wishes().or(asked.wishes());
        Objective objective = Objective.of(wished);
        Optional<Prices> prices = asked.prices().or(setting::prices);
        Predictor predictor = setting.answering().predictor(asked);
        List<Answer> answers = new ArrayList<>();
        for (Request request : asked.alternatives()) {
            answers.addAll(predictor.answer(request, eachCandidate, wished.level()));
        }
        Stream<Recommendation> recommendations = eachCandidate
                ? answers.stream().map(answer -> Recommendation.of(List.of(answer), objective, prices))
                : Stream.of(Recommendation.of(answers, objective, prices));
        List<Advice> advice = recommendations
                .map(recommendation -> new Advice(recommendation, explanation(predictor, recommendation)))
                .toList();
        return new Answered(text.source(), advice, eachCandidate);
    }

    private Optional<Explanation> explanation(Predictor predictor, Recommendation recommendation) {
        Candidate choice = recommendation.choice();
        return explain ? Optional.of(predictor.explain(choice.answer(), choice.prediction())) : Optional.empty();
    }

    private static int exitCode(Reply reply) {
        if (reply instanceof Refused refused) {
            return refused.exitCode();
        }
        boolean met =
                ((Answered) reply).advice().stream().map(Advice::recommendation).allMatch(Recommendation::met);
        return met ? ExitCode.DONE : ExitCode.NOT_MET;
    }
}

package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.job.Request;
import io.bellamy.job.Wishes;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Predictor;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.recommendation.NextRun;
import io.bellamy.report.NextRunReport;
import io.bellamy.request.Asked;
import io.bellamy.request.RequestText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
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
final class SuggestCommand implements Callable<Integer> {

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

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private OutputForm output = OutputForm.text;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        Problems problems = new Problems();
        WishOptions.checkProbability(problems, "--interval", interval);
        problems.throwIfAny();
        List<RequestText> texts = requests.texts(configuration.limits());
        if (texts.size() != 1) {
            throw new InvalidInputException("--request: must be one request, not " + texts.size());
        }
        Asked asked = RequestOptions.reader(configuration)
                .read(texts.get(0).text().get().read(new Problems(configuration.limits())));
        double level = interval.or(() -> asked.wishes().interval()).orElse(Wishes.NONE.level());
        Predictor predictor = new LoadedModels(common, stored, configuration, false).predictor(asked);
        List<NextRun.OfType> types = new ArrayList<>();
        for (Request alternative : asked.alternatives()) {
            Answer answer = predictor.answer(alternative, false, level).get(0);
            types.add(new NextRun.OfType(answer, predictor.measurements(answer, level)));
        }
        NextRun next = NextRun.of(types, level);
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (output) {
                    case text -> NextRunReport.text(next);
                    case json -> NextRunReport.json(next);
                });
        out.flush();
        return ExitCode.DONE;
    }
}

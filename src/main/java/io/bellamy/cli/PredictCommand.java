package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.data.Dataset;
import io.bellamy.job.Request;
import io.bellamy.prediction.Answer;
import io.bellamy.prediction.Predictor;
import io.bellamy.problem.Problems;
import io.bellamy.report.JsonReport;
import io.bellamy.report.TextReport;
import io.bellamy.request.RequestReader;
import io.bellamy.store.Manifest;
import io.bellamy.store.Reading;
import io.bellamy.store.StoredModel;
import io.bellamy.training.FineTuningOptions;
import io.bellamy.training.Hyperparameters;
import io.bellamy.yaml.YamlFile;
import io.bellamy.yaml.YamlSection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy predict}: answers a request. */
@Command(
        name = "predict",
        description = "Predicts the runtime of a job for a range of scale-outs.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class PredictCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(PredictCommand.class);
    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions stored = new ModelOptions();

    @Option(
            names = {"-r", "--request"},
            paramLabel = "FILE",
            required = true,
            description = "the request, or - for standard input")
    private String request = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private OutputForm output = OutputForm.text;

    @Option(
            names = "--each-candidate",
            description = "where blank properties leave several contexts in question, predict each instead of refusing")
    private boolean eachCandidate;

    @Option(
            names = "--strict",
            description = "fail where the published model is damaged, instead of answering with another version")
    private boolean strict;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        Request asked = new RequestReader(
                        configuration.pipeline().essential(),
                        configuration.pipeline().optional())
                .read(open());
        ModelOptions.Job job = stored.job(common, new Problems(), asked.trainingTarget(), asked.algorithm());
        Dataset dataset = common.datasets(configuration).load(job.target(), job.algorithm());
        Reading reading =
                stored.models(configuration).of(job.target(), job.algorithm()).current(strict);
        reading.warnings().forEach(LOG::warn);
        StoredModel model = reading.model();
        Predictor.Model pretrained =
                new Predictor.Model(model.manifest().version(), model.model(), model.pipeline(), reading.warnings());
        List<Answer> answers = new Predictor(
                        pretrained,
                        dataset,
                        fineTuning(configuration.fineTuning(), model.manifest()),
                        common.seed(configuration))
                .answer(asked, eachCandidate);
        print(answers);
        return ExitCode.DONE;
    }

    private YamlSection open() throws IOException {
        Problems problems = new Problems();
        return request.equals(STANDARD_INPUT)
                ? YamlFile.read("standard input", System.in, problems)
                : YamlFile.read(Path.of(request), problems);
    }

    private static FineTuningOptions fineTuning(Configuration.FineTuning configured, Manifest manifest) {
        if (!configured.reuseOptimizer()) {
            return configured.options();
        }
        FineTuningOptions options = configured.options();
        Hyperparameters own = new Hyperparameters(0, options.learningRate(), options.weightDecay());
        Hyperparameters best = own.with(manifest.best().parameters());
        return options.withOptimizer(best.learningRate(), best.weightDecay());
    }

    private void print(List<Answer> answers) {
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case json -> out.println(new JsonReport().render(answers, eachCandidate));
            case text -> out.print(new TextReport().render(answers));
        }
        out.flush();
        LOG.debug("{} answers", answers.size());
    }
}

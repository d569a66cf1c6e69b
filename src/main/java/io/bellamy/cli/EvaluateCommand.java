package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.problem.Problems;
import io.bellamy.report.EvaluationFiles;
import io.bellamy.report.EvaluationJson;
import io.bellamy.report.EvaluationTable;
import io.bellamy.service.Evaluations;
import io.bellamy.service.RunningProgram;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bellamy evaluate}: how far predictions are off on runs that the model never saw, beside baselines. */
@Command(
        name = "evaluate",
        description = "Measures how far predictions are off on runs that the model never saw, beside baselines;"
                + " prints the table and writes it with every prediction and a report for the browser into a folder.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class EvaluateCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluateCommand.class);

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private EvaluateOptions options = new EvaluateOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        options.check(problems);
        String target = common.target(problems);
        problems.throwIfAny();
        Configuration configuration = common.configuration();
        Evaluations.Prepared prepared = new Evaluations(
                        common.workspace(configuration, Optional.empty()), new RunningProgram())
                .prepare(options.order(target, common.configurationFile().toString()));
        EvaluationFiles files = options.files();
        files.prepare();
        LOG.info("{}", prepared.summary());
        prepared.advice().ifPresent(remedy -> LOG.warn("{}", Remedies.text(remedy)));
        EvaluationRun run;
        try (ProgressDisplay display = new ProgressDisplay("evaluation", common.tellsPeople())) {
            run = prepared.run(files.parts(), options.resume(), display::update);
        }
        finish(run, files);
        return ExitCode.DONE;
    }

    private void finish(EvaluationRun run, EvaluationFiles files) {
        String table = new EvaluationTable().render(run);
        String summary = new EvaluationJson().render(run);
        files.write(run, table, summary);
        output.print(spec.commandLine().getOut(), () -> summary, () -> table);
        LOG.info("every prediction and report.html are in {}", options.out());
    }
}

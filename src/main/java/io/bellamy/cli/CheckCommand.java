package io.bellamy.cli;

import io.bellamy.checking.CheckRules;
import io.bellamy.checking.CheckSummary;
import io.bellamy.config.Configuration;
import io.bellamy.problem.Problems;
import io.bellamy.report.CheckJson;
import io.bellamy.report.CheckReport;
import io.bellamy.service.Checks;
import io.bellamy.service.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy check}: have jobs run as was to be expected? */
@Command(
        name = "check",
        description =
                "Holds every run since a day against what a model that had not seen it expected of it, and says which"
                        + " jobs have drifted, no longer scale, or will miss their deadlines.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions stored = new ModelOptions();

    @Mixin
    private SinceOption since = new SinceOption();

    @Mixin
    private DeadlineOptions deadlines = new DeadlineOptions();

    @Option(
            names = "--ahead",
            paramLabel = "DAYS",
            description = "for how many days after the newest run it is looked whether deadlines hold (default: 90)")
    private Optional<Integer> ahead = Optional.empty();

    @Mixin
    private CheckFiles files = new CheckFiles();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        String target = common.target(problems);
        Optional<String> algorithm = stored.given(problems);
        LocalDate day = since.day(Clock.systemUTC(), problems);
        deadlines.check(problems);
        CommonOptions.checkPositive(problems, "--ahead", ahead, CheckRules.MOST_AHEAD);
        files.check(problems);
        problems.throwIfAny();
        Configuration configuration = common.configuration();
        Workspace workspace = common.workspace(configuration, stored.modelsDir());
        JobsOfTarget jobs = JobsOfTarget.of(workspace.datasets(), target, algorithm);
        CheckRules rules = new CheckRules(
                day, deadlines.deadlines(configuration.limits(), jobs.all()), ahead.orElse(CheckRules.AHEAD));
        List<Integer> exitCodes = new ArrayList<>();
        CheckSummary summary;
        try (ProgressDisplay display = new ProgressDisplay("check", common.tellsPeople())) {
            summary = new Checks(workspace)
                    .all(
                            target,
                            jobs.chosen(),
                            rules,
                            (name, thrown) -> told(target, name, thrown, exitCodes),
                            display::update);
        }
        files.write(summary);
        output.print(spec.commandLine().getOut(), () -> CheckJson.text(summary), () -> CheckReport.text(summary));
        exitCodes.add(exitCode(summary));
        return ExitCode.gravest(exitCodes);
    }

    private String told(String target, String algorithm, Throwable thrown, List<Integer> exitCodes) {
        Failure failure = Failure.of(thrown);
        failure.message()
                .lines()
                .forEach(line -> FailureHandler.tell(spec.commandLine(), target + " " + algorithm + ": " + line));
        exitCodes.add(failure.exitCode());
        return failure.message();
    }

    private static int exitCode(CheckSummary summary) {
        if (summary.checks().isEmpty()) {
            return ExitCode.NOTHING_TO_WORK_WITH;
        }
        return summary.drifted() > 0 ? ExitCode.DRIFTED : ExitCode.DONE;
    }
}

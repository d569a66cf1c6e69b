package io.bellamy.cli;

import io.bellamy.config.Configuration;
import io.bellamy.job.Costing;
import io.bellamy.problem.Problems;
import io.bellamy.report.SavingsCsv;
import io.bellamy.report.SavingsJson;
import io.bellamy.report.SavingsPage;
import io.bellamy.report.SavingsReport;
import io.bellamy.saving.SavingsSummary;
import io.bellamy.service.Savings;
import io.bellamy.service.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy report}: what is it worth? */
@Command(
        name = "report",
        description =
                "Says of each job what it would cost less a month on the cheapest cluster that keeps its usual time (and"
                        + " its deadline), and how sure that is; what saves most first.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ModelOptions stored = new ModelOptions();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description =
                    "what machines cost, as examples/prices.yml (default: hours of machines, or executors, are counted, of the type that"
                            + " a job usually runs on)")
    private Optional<Path> prices = Optional.empty();

    @Mixin
    private CostOptions costs = new CostOptions();

    @Mixin
    private DeadlineOptions deadlines = new DeadlineOptions();

    @Mixin
    private PageOption page = new PageOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private SavingsForm output = SavingsForm.text;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        String target = common.target(problems);
        Optional<String> algorithm = stored.given(problems);
        deadlines.check(problems);
        costs.check(problems);
        page.check(problems);
        problems.throwIfAny();
        Configuration configuration = common.configuration();
        Costing known = costs.costing(PreferenceOptions.read(prices, configuration.limits()), configuration.limits());
        Workspace workspace = common.workspace(configuration, stored.modelsDir());
        JobsOfTarget jobs = JobsOfTarget.of(workspace.datasets(), target, algorithm);
        List<Integer> exitCodes = new ArrayList<>();
        SavingsSummary summary = new Savings(workspace, known, deadlines.deadlines(configuration.limits(), jobs.all()))
                .all(target, jobs.chosen(), (name, thrown) -> told(name, thrown, exitCodes));
        page.write(() -> SavingsPage.html(summary));
        print(summary);
        if (summary.savings().isEmpty()) {
            exitCodes.add(ExitCode.NOTHING_TO_WORK_WITH);
        }
        return ExitCode.gravest(exitCodes);
    }

    private void print(SavingsSummary summary) {
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case text -> out.print(SavingsReport.text(summary));
            case json -> out.println(SavingsJson.text(summary));
            case csv -> out.print(SavingsCsv.text(summary));
        }
        out.flush();
    }

    /** A job without a model or a price is told in its place, and no failure. */
    private String told(String name, Throwable thrown, List<Integer> exitCodes) {
        Failure failure = Failure.of(thrown);
        if (failure.exitCode() != ExitCode.NOTHING_TO_WORK_WITH) {
            failure.message().lines().forEach(line -> FailureHandler.tell(spec.commandLine(), name + ": " + line));
            exitCodes.add(failure.exitCode());
        }
        return failure.message();
    }
}

package io.bellamy.cli;

import io.bellamy.baseline.Baselines;
import io.bellamy.config.Configuration;
import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.evaluation.Evaluation;
import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.PartStore;
import io.bellamy.evaluation.Plan;
import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.Selection;
import io.bellamy.features.Property;
import io.bellamy.job.Run;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.report.EvaluationFiles;
import io.bellamy.report.EvaluationJson;
import io.bellamy.report.EvaluationTable;
import io.bellamy.report.EvaluationTable.Measure;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellamy evaluate}: how far predictions are off on contexts that the model never saw, beside baselines. */
@Command(
        name = "evaluate",
        description = "Measures how far predictions are off on contexts that the model never saw, beside baselines;"
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

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private OutputForm output = OutputForm.text;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        options.check(problems);
        String target = common.target(problems, Optional.empty());
        problems.throwIfAny();
        Configuration configuration = common.configuration();
        long seed = common.seed(configuration);
        Selection selection = selection(configuration, seed);
        List<Dataset> datasets = datasets(common.datasets(configuration), target);
        Protocol protocol = options.protocol();
        Plan plan = plan(protocol, selection, configuration, datasets, seed);
        List<Method> methods = Methods.all(configuration, options.search(), options.treeSplits()).stream()
                .filter(method -> options.wants(method.name()))
                .toList();
        EvaluationFiles files = options.files();
        files.prepare();
        LOG.info(
                "{}: {} of {}, {}, {}",
                target,
                Counted.of(plan.contexts(), "context"),
                Counted.of(datasets.size(), "algorithm"),
                Counted.of(methods.size(), "method"),
                Counted.of(protocol.splits(), "split"));
        EvaluationKey key =
                new EvaluationKey(configuration, protocol, selection, seed, options.search(), options.treeSplits());
        Map<String, String> keys = new LinkedHashMap<>();
        datasets.forEach(dataset -> keys.put(dataset.algorithm(), key.of(dataset)));
        Evaluation evaluation = new Evaluation(methods, new PartStore(files.parts(), keys, options.resume()));
        Evaluation.Result result;
        try (ProgressDisplay display = new ProgressDisplay("evaluation", common.tellsPeople())) {
            result = evaluation.run(plan, display::update);
        }
        List<String> notes = new ArrayList<>(Baselines.notes());
        notes.addAll(result.notes());
        finish(
                new EvaluationRun(
                        target,
                        common.configurationFile().toString(),
                        protocol,
                        seed,
                        result.methods(),
                        result.outcomes(),
                        notes),
                files);
        return ExitCode.DONE;
    }

    private Selection selection(Configuration configuration, long seed) {
        Problems problems = new Problems();
        Map<String, String> only = options.only(problems);
        List<String> essential = configuration.pipeline().essential().stream()
                .map(Property::name)
                .toList();
        only.keySet().stream()
                .filter(property -> !essential.contains(property))
                .forEach(property -> problems.add(
                        "--only: " + Quoted.of(property) + " must be one of " + String.join(", ", essential)));
        problems.throwIfAny();
        return new Selection(only, options.contexts(), essential, seed);
    }

    /** Every algorithm that is wanted; what is wrong with any is told at once. */
    private List<Dataset> datasets(DatasetCatalog catalog, String target) {
        Set<String> wanted = options.algorithms(catalog.algorithms(target));
        Problems problems = new Problems();
        List<Dataset> datasets = new ArrayList<>();
        for (String algorithm : wanted) {
            try {
                datasets.add(catalog.load(target, algorithm));
            } catch (InvalidInputException wrong) {
                wrong.getMessage().lines().forEach(problems::add);
            }
        }
        problems.throwIfAny();
        return datasets;
    }

    private static Plan plan(
            Protocol protocol, Selection selection, Configuration configuration, List<Dataset> datasets, long seed) {
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        datasets.forEach(dataset -> runs.put(dataset.algorithm(), dataset.runs()));
        Plan plan = Plan.of(protocol, selection, configuration.pipeline(), runs, seed);
        if (plan.contexts() == 0) {
            throw new NothingToWorkWithException("no context can be held out with these options: it needs the values of"
                    + " --only, other contexts to learn from (--support), and a scale-out that is left to be tested"
                    + " (--points)");
        }
        return plan;
    }

    private void finish(EvaluationRun run, EvaluationFiles files) {
        String table = new EvaluationTable().render(run, List.of(Measure.values()));
        String summary = new EvaluationJson().render(run);
        files.write(run, table, summary);
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case json -> out.println(summary);
            case text -> out.print(table);
        }
        out.flush();
        LOG.info("every prediction and report.html are in {}", options.out());
    }
}

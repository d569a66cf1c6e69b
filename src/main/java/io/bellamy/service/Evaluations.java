package io.bellamy.service;

import io.bellamy.baseline.Baselines;
import io.bellamy.config.Configuration;
import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.evaluation.ContextProtocol;
import io.bellamy.evaluation.ContextSelection;
import io.bellamy.evaluation.Evaluation;
import io.bellamy.evaluation.EvaluationRun;
import io.bellamy.evaluation.HoldOutProtocol;
import io.bellamy.evaluation.KnownAlgorithm;
import io.bellamy.evaluation.Method;
import io.bellamy.evaluation.PartStore;
import io.bellamy.evaluation.Plan;
import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.SplitProtocol;
import io.bellamy.job.Companions;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.problem.Remedy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Measures how far predictions are off on runs that no model saw. */
public final class Evaluations {

    private final Workspace workspace;
    private final RunningProgram program;

    /**
     * What is evaluated.
     *
     * @param target the data set
     * @param algorithms of the data set; all where none is named
     * @param protocol what is held out, and what is asked
     * @param only values that runs must have to be asked about
     * @param contexts the largest number of contexts, or of values, of each algorithm, chosen at random
     * @param methods the names of those that take part; the usual ones of the protocol where none is named
     * @param search whether hyperparameters are searched for inside each support
     * @param treeSplits how many splits those answer at most that grow trees
     * @param configurationFile as it is shown
     */
    public record Order(
            String target,
            Set<String> algorithms,
            Protocol protocol,
            Map<String, String> only,
            Optional<Integer> contexts,
            List<String> methods,
            boolean search,
            int treeSplits,
            String configurationFile) {

        /** Is learned of several algorithms together? */
        boolean joint() {
            return protocol instanceof HoldOutProtocol values
                    && values.property().equals(HoldOutProtocol.ALGORITHM);
        }
    }

    /** An evaluation that can be run: all that could be wrong with its order has been looked at. */
    public final class Prepared {

        private final Order order;
        private final List<Dataset> datasets;
        private final Map<String, KnownAlgorithm> known;
        private final ContextSelection selection;
        private final Plan plan;
        private final List<Method> methods;

        private Prepared(
                Order order,
                List<Dataset> datasets,
                Map<String, KnownAlgorithm> known,
                ContextSelection selection,
                Plan plan,
                List<Method> methods) {
            this.order = order;
            this.datasets = datasets;
            this.known = known;
            this.selection = selection;
            this.plan = plan;
            this.methods = methods;
        }

        /** What it is about, for people. */
        public String summary() {
            boolean drawn = order.protocol() instanceof SplitProtocol;
            return order.target() + ": " + order.protocol().heldOut(drawn ? plan.tasks() : plan.questions()) + " of "
                    + Counted.of(datasets.size(), "algorithm") + ", " + Counted.of(methods.size(), "method") + ", "
                    + (drawn
                            ? Counted.of(order.protocol().splits(), "split")
                            : Counted.of(plan.tasks(), "block") + " of time");
        }

        /** What could be asked besides, where the protocol can't ask these data for much. */
        public Optional<Remedy> advice() {
            return order.protocol() instanceof ContextProtocol contexts
                            && contexts.mostPoints() > 0
                            && !plan.asksWithPoints()
                    ? Optional.of(Remedy.OTHER_PROTOCOL)
                    : Optional.empty();
        }

        /**
         * Runs it.
         *
         * @param parts the folder where finished parts are kept
         * @param resume whether parts of before are used
         */
        public EvaluationRun run(Path parts, boolean resume, Evaluation.EvaluationProgress progress) {
            EvaluationKey key =
                    new EvaluationKey(program, workspace.configuration(), order, selection, workspace.seed());
            Map<String, String> keys = new LinkedHashMap<>();
            datasets.forEach(dataset -> keys.put(
                    dataset.algorithm(),
                    key.of(dataset, datasets, known.get(dataset.algorithm()).companions())));
            Evaluation.EvaluationResult result =
                    new Evaluation(methods, new PartStore(parts, keys, resume)).run(plan, progress);
            List<String> notes = new ArrayList<>(Baselines.notes());
            notes.addAll(result.notes());
            if (Methods.areTaught(workspace, methods)) {
                plan.algorithms().forEach((name, asked) -> taught(name, asked).ifPresent(notes::add));
            }
            return new EvaluationRun(
                    order.target(),
                    order.configurationFile(),
                    order.protocol(),
                    workspace.seed(),
                    result.methods(),
                    result.outcomes(),
                    notes);
        }
    }

    private static Optional<String> taught(String algorithm, Plan.Algorithm asked) {
        return asked.heldOut().stream()
                .map(held -> held.task().teachers().others().size())
                .max(Comparator.naturalOrder())
                .filter(others -> others > 0)
                .map(others ->
                        algorithm + ": with fewer than " + Companions.ENOUGH + " runs to learn from, it is taught by "
                                + Counted.of(others, "other algorithm") + ", as in pretraining");
    }

    public Evaluations(Workspace workspace, RunningProgram program) {
        this.workspace = workspace;
        this.program = program;
    }

    /**
     * Reads the data and draws the questions.
     *
     * @throws InvalidInputException with everything that is wrong with the order or the data
     * @throws NothingToWorkWithException if nothing can be held out
     */
    public Prepared prepare(Order order) {
        Configuration configuration = workspace.configuration();
        List<String> essential = configuration.pipeline().essentialNames();
        Problems problems = new Problems();
        List<String> selecting = new ArrayList<>(essential);
        if (order.protocol() instanceof HoldOutProtocol values && !essential.contains(values.property())) {
            selecting.add(values.property());
        }
        order.only().keySet().stream()
                .filter(property -> !selecting.contains(property))
                .forEach(property -> problems.add(
                        "only: " + Quoted.of(property) + " must be one of " + String.join(", ", selecting)));
        problems.throwIfAny();
        ContextSelection selection = new ContextSelection(order.only(), order.contexts(), essential, workspace.seed());
        List<Dataset> datasets = datasets(order);
        CompanionRuns companions = new CompanionRuns(workspace.datasets());
        Map<String, KnownAlgorithm> known = new LinkedHashMap<>();
        datasets.forEach(dataset ->
                known.put(dataset.algorithm(), new KnownAlgorithm(dataset.runs(), companions.beside(dataset))));
        Plan plan = Plan.of(order.protocol(), selection, configuration.pipeline(), known, workspace.seed());
        if (plan.tasks() == 0) {
            throw nothing(plan);
        }
        List<String> names = order.methods().isEmpty() ? Methods.usual(order.protocol()) : order.methods();
        List<Method> methods = Methods.all(workspace, order.joint(), order.search(), order.treeSplits()).stream()
                .filter(method -> names.contains(method.name()))
                .toList();
        return new Prepared(order, datasets, known, selection, plan, methods);
    }

    private static NothingToWorkWithException nothing(Plan plan) {
        if (plan.protocol() instanceof ContextProtocol) {
            return new NothingToWorkWithException(
                    "no context can be held out: that needs the values asked for, other contexts to learn from, and a"
                            + " scale-out that is left to be tested",
                    Remedy.OTHER_CONTEXTS);
        }
        return new NothingToWorkWithException(
                "nothing can be asked: that needs runs with the values asked for, and "
                        + (plan.protocol() instanceof HoldOutProtocol values
                                ? "others with another " + values.property() + " to learn from"
                                : "runs of days before"),
                Remedy.OTHER_RUNS);
    }

    /** Every algorithm that is wanted; what is wrong with any is told at once. */
    private List<Dataset> datasets(Order order) {
        DatasetCatalog catalog = workspace.datasets();
        Set<String> all = catalog.algorithms(order.target());
        Problems problems = new Problems();
        List<Dataset> datasets = new ArrayList<>();
        for (String algorithm : order.algorithms().isEmpty() ? all : order.algorithms()) {
            try {
                datasets.add(catalog.load(order.target(), algorithm));
            } catch (InvalidInputException wrong) {
                wrong.getMessage().lines().forEach(problems::add);
            }
        }
        problems.throwIfAny();
        return datasets;
    }
}

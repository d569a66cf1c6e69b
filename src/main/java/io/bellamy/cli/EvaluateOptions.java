package io.bellamy.cli;

import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.Support;
import io.bellamy.evaluation.Variant;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.report.EvaluationFiles;
import io.bellamy.service.Evaluations;
import io.bellamy.service.Methods;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What {@code bellamy evaluate} asks, of whom, and where its results go. */
final class EvaluateOptions {

    private static final int MOST = 1_000_000;
    private static final Pattern POINTS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

    @Option(
            names = {"-a", "--algorithms"},
            split = ",",
            paramLabel = "NAME",
            description = "the algorithms, separated by commas (default: all of the data set)")
    private List<String> algorithms = List.of();

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "NAME",
            description = "only these methods, separated by commas (default: all)")
    private List<String> methods = List.of();

    @Option(
            names = "--contexts",
            paramLabel = "N",
            description = "hold out so many contexts of each algorithm, chosen at random (default: each in turn)")
    private Optional<Integer> contexts = Optional.empty();

    @Option(
            names = "--only",
            paramLabel = "PROPERTY=VALUE",
            description = "hold out only contexts with this value; may be given for several properties")
    private List<String> only = List.of();

    @Option(
            names = "--splits",
            paramLabel = "N",
            defaultValue = "30",
            description = "random splits for every number of points (default: ${DEFAULT-VALUE})")
    private int splits;

    @Option(
            names = "--tree-splits",
            paramLabel = "N",
            defaultValue = "2",
            description = "splits for the methods that grow trees anew for each (default: ${DEFAULT-VALUE})")
    private int treeSplits;

    @Option(
            names = "--points",
            paramLabel = "FROM-TO",
            defaultValue = "0-6",
            description = "numbers of training points (default: ${DEFAULT-VALUE})")
    private String points = "";

    @Option(
            names = "--variant",
            paramLabel = "WORD",
            defaultValue = "strict",
            description = "strict: the tested scale-out is not among the training points; published: it may be"
                    + " (default: ${DEFAULT-VALUE})")
    private Variant variant = Variant.STRICT;

    @Option(
            names = "--support",
            paramLabel = "WORD",
            defaultValue = "full",
            description = "which contexts are learned from: full, all others; filtered, those that look different;"
                    + " local, none (default: ${DEFAULT-VALUE})")
    private Support support = Support.FULL;

    @Option(
            names = "--search",
            description = "choose the hyperparameters by a search inside each support (default: the configuration's)")
    private boolean search;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "evaluation",
            description = "the folder of the results (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("evaluation");

    @Option(names = "--resume", description = "go on where an interrupted evaluation with the same settings ended")
    private boolean resume;

    /** Tells what is wrong with any of them. */
    void check(Problems problems) {
        requirePositive(problems, "--splits", splits);
        requirePositive(problems, "--tree-splits", treeSplits);
        contexts.ifPresent(number -> requirePositive(problems, "--contexts", number));
        if (range().isEmpty()) {
            problems.add("--points: " + Quoted.of(points) + " must be a number or two in order, as 0-6");
        }
        algorithms.forEach(name -> CommonOptions.name("--algorithms", Optional.of(name), problems));
        List<String> known = Methods.names();
        methods.stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        problems.add("--methods: " + Quoted.of(name) + " must be one of " + String.join(", ", known)));
        only(problems);
        files().objection().ifPresent(rule -> problems.add("--out: " + Quoted.of(out) + " " + rule));
    }

    /**
     * What is evaluated; the options must be in order.
     *
     * @param target the data set
     * @param configurationFile as it is shown
     */
    Evaluations.Order order(String target, String configurationFile) {
        int[] range = range().orElseThrow();
        return new Evaluations.Order(
                target,
                new LinkedHashSet<>(algorithms),
                new Protocol(variant, support, splits, range[0], range[1]),
                only(new Problems()),
                contexts,
                methods,
                search,
                treeSplits,
                configurationFile);
    }

    /** The smallest and the largest number of points, if they are that. */
    private Optional<int[]> range() {
        Matcher range = POINTS.matcher(points);
        if (!range.matches()) {
            return Optional.empty();
        }
        int fewest = Integer.parseInt(range.group(1));
        int most = range.group(2) == null ? fewest : Integer.parseInt(range.group(2));
        return Optional.of(new int[] {fewest, most}).filter(ends -> ends[0] <= ends[1]);
    }

    private static void requirePositive(Problems problems, String option, int number) {
        if (number < 1 || number > MOST) {
            problems.add(option + ": '" + number + "' must be a whole number from 1 to " + MOST);
        }
    }

    /** The values that a context must have to be held out. */
    private Map<String, String> only(Problems problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String wanted : only) {
            int equals = wanted.indexOf('=');
            if (equals < 1) {
                problems.add("--only: " + Quoted.of(wanted) + " must be PROPERTY=VALUE");
            } else if (values.put(wanted.substring(0, equals), wanted.substring(equals + 1)) != null) {
                problems.add("--only: " + Quoted.of(wanted.substring(0, equals)) + " must be given once");
            }
        }
        return values;
    }

    boolean resume() {
        return resume;
    }

    EvaluationFiles files() {
        return new EvaluationFiles(out);
    }

    Path out() {
        return out;
    }
}

package io.bellamy.cli;

import io.bellamy.evaluation.ContextProtocol;
import io.bellamy.evaluation.HoldOutProtocol;
import io.bellamy.evaluation.NextRunProtocol;
import io.bellamy.evaluation.Protocol;
import io.bellamy.evaluation.Support;
import io.bellamy.evaluation.Variant;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What {@code bellamy evaluate} holds out, and how often it asks. */
final class ProtocolOptions {

    private static final String CONTEXTS = "contexts";
    private static final String NEXT_RUN = "next-run";
    private static final int SPLITS = 30;
    private static final int TREE_SPLITS = 2;
    private static final int BLOCKS = 10;
    private static final int QUESTIONS = 200;
    private static final String POINTS = "0-6";
    private static final int MOST = 1_000_000;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

    @Option(
            names = "--protocol",
            paramLabel = "WORD",
            description =
                    "contexts: each context is held out in turn; next-run: each run is predicted from those of the"
                            + " days before it (default: contexts)")
    private Optional<String> protocol = Optional.empty();

    @Option(
            names = "--hold-out",
            paramLabel = "PROPERTY",
            description = "instead, all runs with one value of this property are held out together, value by value:"
                    + " machine_type, job_args, any other property of the data, or algorithm")
    private Optional<String> holdOut = Optional.empty();

    @Option(
            names = "--contexts",
            paramLabel = "N",
            description = "hold out so many contexts, or values, of each algorithm, chosen at random (default: each in"
                    + " turn)")
    private Optional<Integer> contexts = Optional.empty();

    @Option(
            names = "--splits",
            paramLabel = "N",
            description = "random splits for every number of points (default: " + SPLITS + ")")
    private Optional<Integer> splits = Optional.empty();

    @Option(
            names = "--tree-splits",
            paramLabel = "N",
            description = "splits for the methods that grow trees anew for each (default: " + TREE_SPLITS + ")")
    private Optional<Integer> treeSplits = Optional.empty();

    @Option(
            names = "--points",
            paramLabel = "FROM-TO",
            description = "numbers of training points (default: " + POINTS + ")")
    private Optional<String> points = Optional.empty();

    @Option(
            names = "--variant",
            paramLabel = "WORD",
            description =
                    "of contexts: strict: the tested scale-out is not among the training points; published: it may"
                            + " be (default: strict)")
    private Optional<Variant> variant = Optional.empty();

    @Option(
            names = "--support",
            paramLabel = "WORD",
            description = "of contexts: which others are learned from: full, all others; filtered, those that look"
                    + " different; local, none (default: full)")
    private Optional<Support> support = Optional.empty();

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description = "of next-run: learn anew for so many blocks of time at most (default: " + BLOCKS + ")")
    private Optional<Integer> blocks = Optional.empty();

    @Option(
            names = "--questions",
            paramLabel = "N",
            description = "of next-run: ask about so many runs of each algorithm at most, spread over time (default: "
                    + QUESTIONS + ")")
    private Optional<Integer> questions = Optional.empty();

    /** Tells what is wrong with any of them. */
    void check(Problems problems) {
        Map<String, Optional<Integer>> numbers = new LinkedHashMap<>();
        numbers.put("--splits", splits);
        numbers.put("--tree-splits", treeSplits);
        numbers.put("--contexts", contexts);
        numbers.put("--blocks", blocks);
        numbers.put("--questions", questions);
        numbers.forEach((option, number) -> number.filter(given -> given < 1 || given > MOST)
                .ifPresent(
                        given -> problems.add(option + ": '" + given + "' must be a whole number from 1 to " + MOST)));
        if (range().isEmpty()) {
            problems.add("--points: " + Quoted.of(points.orElse(POINTS)) + " must be a number or two in order, as 0-6");
        }
        protocol.filter(word -> !List.of(CONTEXTS, NEXT_RUN).contains(word))
                .ifPresent(word ->
                        problems.add("--protocol: " + Quoted.of(word) + " must be " + CONTEXTS + " or " + NEXT_RUN));
        if (holdOut.isPresent()) {
            refuse(problems, "--hold-out", Map.of("--protocol", protocol, "--variant", variant, "--support", support));
        }
        if (isNextRun()) {
            refuse(
                    problems,
                    "--protocol " + NEXT_RUN,
                    Map.of(
                            "--contexts",
                            contexts,
                            "--splits",
                            splits,
                            "--tree-splits",
                            treeSplits,
                            "--points",
                            points,
                            "--variant",
                            variant,
                            "--support",
                            support));
        } else {
            refuse(
                    problems,
                    holdOut.isPresent() ? "--hold-out" : "the protocol of contexts",
                    Map.of("--blocks", blocks, "--questions", questions));
        }
    }

    private static void refuse(Problems problems, String with, Map<String, Optional<?>> options) {
        options.entrySet().stream()
                .filter(option -> option.getValue().isPresent())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(option -> problems.add(option + ": must not be given with " + with));
    }

    private boolean isNextRun() {
        return protocol.equals(Optional.of(NEXT_RUN));
    }

    /** What was chosen; the options must be in order. */
    Protocol chosen() {
        if (isNextRun()) {
            return new NextRunProtocol(blocks.orElse(BLOCKS), questions.orElse(QUESTIONS));
        }
        int[] range = range().orElseThrow();
        int drawn = splits.orElse(SPLITS);
        return holdOut.<Protocol>map(property -> new HoldOutProtocol(property, drawn, range[0], range[1]))
                .orElseGet(() -> new ContextProtocol(
                        variant.orElse(Variant.STRICT), support.orElse(Support.FULL), drawn, range[0], range[1]));
    }

    /** The largest number of contexts, or values, that are held out. */
    Optional<Integer> contexts() {
        return contexts;
    }

    int treeSplits() {
        return treeSplits.orElse(TREE_SPLITS);
    }

    /** The smallest and the largest number of points, if they are that. */
    private Optional<int[]> range() {
        Matcher range = RANGE.matcher(points.orElse(POINTS));
        if (!range.matches()) {
            return Optional.empty();
        }
        int fewest = Integer.parseInt(range.group(1));
        int most = range.group(2) == null ? fewest : Integer.parseInt(range.group(2));
        return Optional.of(new int[] {fewest, most}).filter(ends -> ends[0] <= ends[1]);
    }
}

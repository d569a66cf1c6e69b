package io.bellamy.cli;

import io.bellamy.files.InputFile;
import io.bellamy.job.Costing;
import io.bellamy.job.Preferences;
import io.bellamy.job.Preferences.Goal;
import io.bellamy.job.Prices;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Problems;
import io.bellamy.request.PriceReader;
import io.bellamy.yaml.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say what is wanted of a recommendation; they win over what requests say. */
final class PreferenceOptions {

    private static final double MOST = 1e12;

    @Option(
            names = "--objective",
            paramLabel = "GOAL",
            converter = GoalConverter.class,
            description = "what is recommended: ${COMPLETION-CANDIDATES}, where more machines stop paying"
                    + " (default: fastest, or cheapest with --max-runtime)")
    private Optional<Goal> goal = Optional.empty();

    @Option(
            names = "--max-runtime",
            paramLabel = "SECONDS",
            description = "recommend the cheapest that runs within this time")
    private Optional<Double> maxRuntime = Optional.empty();

    @Option(names = "--max-cost", paramLabel = "AMOUNT", description = "recommend the fastest that costs at most this")
    private Optional<Double> maxCost = Optional.empty();

    @Option(
            names = "--confidence",
            paramLabel = "P",
            description = "with which probability that limit must hold, as 0.95 (default: the predicted runtime must)")
    private Optional<Double> confidence = Optional.empty();

    @Option(
            names = "--interval",
            paramLabel = "P",
            description = "which share of runs lies in the intervals that are shown (default: 0.9)")
    private Optional<Double> interval = Optional.empty();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "what machines cost, as examples/prices.yml (prices in a request win over it)")
    private Optional<Path> prices = Optional.empty();

    @Mixin
    private CostOptions costs = new CostOptions();

    /** Goals as requests spell them. */
    private static final class GoalConverter implements ITypeConverter<Goal> {

        @Override
        public Goal convert(String value) {
            return Stream.of(Goal.values())
                    .filter(goal -> goal.toString().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + List.of(Goal.values()) + " but was '" + value + "'"));
        }
    }

    void take(QuickArguments given) {
        maxRuntime = given.number("--max-runtime");
        maxCost = given.number("--max-cost");
        confidence = given.number("--confidence");
        interval = given.number("--interval");
        prices = given.path("--prices");
    }

    /**
     * What the options say.
     *
     * @param problems are told of numbers that make no sense
     */
    Preferences preferences(Problems problems) {
        costs.check(problems);
        checkRuntime(problems, "--max-runtime", maxRuntime);
        check(problems, "--max-cost", maxCost, Double.MIN_NORMAL, MOST, "a positive number");
        checkProbability(problems, "--confidence", confidence);
        checkProbability(problems, "--interval", interval);
        return new Preferences(goal, maxRuntime, maxCost, confidence, interval);
    }

    /** What clusters cost, as far as the options say it. */
    Costing costing(Limits limits) {
        return costs.costing(read(prices, limits), limits);
    }

    /** The prices of a file, where one is given. */
    static Optional<Prices> read(Optional<Path> prices, Limits limits) {
        return prices.map(file -> PriceReader.readFile(YamlFile.read(InputFile.named(file), new Problems(limits))));
    }

    /** Tells where the value of an option is no runtime that can be asked for. */
    static void checkRuntime(Problems problems, String option, Optional<Double> given) {
        check(problems, option, given, Double.MIN_NORMAL, MOST, "a positive number");
    }

    /** Tells where the value of an option is no probability that can be asked for. */
    static void checkProbability(Problems problems, String option, Optional<Double> given) {
        String rule = "from " + Preferences.LEAST_PROBABILITY + " to " + Preferences.MOST_PROBABILITY;
        check(problems, option, given, Preferences.LEAST_PROBABILITY, Preferences.MOST_PROBABILITY, rule);
    }

    private static void check(
            Problems problems, String option, Optional<Double> given, double least, double most, String rule) {
        given.filter(value -> !(value >= least && value <= most))
                .ifPresent(value -> problems.add(option + ": '" + value + "' must be " + rule));
    }
}

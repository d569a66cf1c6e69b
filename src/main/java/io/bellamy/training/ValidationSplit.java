package io.bellamy.training;

import io.bellamy.job.Run;
import io.bellamy.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Which runs are held out for validation. */
public enum ValidationSplit {
    /** From every combination of the grouping keys the same share; groups may be of any size. */
    STRATIFIED,
    /** Whole contexts, so that validation asks for what prediction asks for: a context that was not learned. */
    BY_CONTEXT;

    /**
     * Row numbers, each in one of both; where there is only one run, it is in both.
     *
     * @param training what is learned from
     * @param validation what is held out
     */
    public record Rows(List<Integer> training, List<Integer> validation) {}

    /** Shares like 0.2 of 5 must not lose a run to rounding. */
    private static final double ROUNDING = 1e-9;

    /** The scale-out as a grouping key. */
    public static final String SCALE_OUT = "instance_count";

    /**
     * Splits runs.
     *
     * @param essential the names of the properties that make a context
     * @throws InvalidInputException where there are too few contexts to hold one out
     */
    Rows of(List<Run> runs, PretrainingOptions options, List<String> essential, RandomGenerator random) {
        if (runs.size() == 1) {
            return new Rows(List.of(0), List.of(0));
        }
        int wanted = Math.min(runs.size() - 1, (int) Math.ceil(options.validationShare() * runs.size() - ROUNDING));
        List<Integer> validation =
                switch (this) {
                    case STRATIFIED ->
                        fromEveryGroup(groups(runs, options.groupingKeys(), random), wanted, runs.size());
                    case BY_CONTEXT -> wholeGroups(groups(runs, essential, random), wanted);
                };
        Collections.sort(validation);
        List<Integer> training =
                new ArrayList<>(IntStream.range(0, runs.size()).boxed().toList());
        training.removeAll(new HashSet<>(validation));
        return new Rows(List.copyOf(training), List.copyOf(validation));
    }

    private static List<List<Integer>> groups(List<Run> runs, List<String> keys, RandomGenerator random) {
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < runs.size(); row++) {
            Run run = runs.get(row);
            Function<String, String> value =
                    key -> key.equals(SCALE_OUT) ? Integer.toString(run.scaleOut()) : run.canonical(key);
            groups.computeIfAbsent(keys.stream().map(value).toList(), group -> new ArrayList<>())
                    .add(row);
        }
        List<List<Integer>> shuffled = new ArrayList<>(groups.values());
        shuffled.forEach(group -> Shuffling.shuffle(group, random));
        Shuffling.shuffle(shuffled, random);
        return shuffled;
    }

    /** From each group as much as its share comes to; what rounding leaves over, from the groups that lost most by it. */
    private static List<Integer> fromEveryGroup(List<List<Integer>> groups, int wanted, int rows) {
        double share = (double) wanted / rows;
        List<List<Integer>> byLoss = new ArrayList<>(groups);
        byLoss.sort(Comparator.comparingDouble(
                group -> Math.floor(share * group.size() + ROUNDING) - share * group.size()));
        List<Integer> chosen = new ArrayList<>();
        for (List<Integer> group : groups) {
            chosen.addAll(group.subList(0, whole(share, group)));
        }
        for (List<Integer> group : byLoss) {
            if (chosen.size() < wanted && whole(share, group) < group.size()) {
                chosen.add(group.get(whole(share, group)));
            }
        }
        return chosen;
    }

    private static int whole(double share, List<Integer> group) {
        return (int) Math.floor(share * group.size() + ROUNDING);
    }

    private static List<Integer> wholeGroups(List<List<Integer>> contexts, int wanted) {
        if (contexts.size() < 2) {
            throw new InvalidInputException("pretraining.split: 'by_context' must be 'stratified' for these runs: "
                    + "they are of one context only, and none is left to learn from when it is held out");
        }
        List<Integer> chosen = new ArrayList<>();
        for (List<Integer> context : contexts.subList(1, contexts.size())) {
            if (chosen.size() < wanted) {
                chosen.addAll(context);
            }
        }
        return chosen;
    }
}

package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Companions;
import io.bellamy.job.JoinedRuns;
import io.bellamy.job.Run;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * All runs with one value of a property are held out, value by value: some of them, drawn at random, are training points,
 * and another one is to be predicted. Runs with other values support, and so do those of which the value is not known.
 *
 * @param property whose values are held out; {@link #ALGORITHM} where it is all runs of each algorithm, and the runs of the
 *     others support
 * @param splits how many random splits for every number of points and kind
 * @param fewestPoints the smallest number of training points
 * @param mostPoints the largest number of training points
 */
public record HoldOutProtocol(String property, int splits, int fewestPoints, int mostPoints) implements SplitProtocol {

    /** Not a property of the data, but which algorithm a run is of. */
    public static final String ALGORITHM = JoinedRuns.ALGORITHM;

    public HoldOutProtocol {
        SplitProtocol.check(splits, fewestPoints, mostPoints);
    }

    @Override
    public String word() {
        return "hold-out";
    }

    @Override
    public String heldOut(long number) {
        return property.equals(ALGORITHM)
                ? Counted.of(number, "algorithm") + " held out"
                : Counted.of(number, "value") + " of " + property;
    }

    /**
     * Draws the questions.
     *
     * @throws InvalidInputException if there is no such property
     */
    @Override
    public Map<String, Plan.Algorithm> plan(
            ContextSelection selection, FeaturePipeline features, Map<String, KnownAlgorithm> known, long seed) {
        Map<String, Plan.Algorithm> algorithms = new LinkedHashMap<>();
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        known.forEach((name, algorithm) -> runs.put(name, algorithm.runs()));
        if (property.equals(ALGORITHM)) {
            KnownAlgorithm joined = new KnownAlgorithm(JoinedRuns.of(runs), Companions.NONE);
            Map<String, HeldOut> byName = new LinkedHashMap<>();
            heldOut(joined, selection, features, seed)
                    .forEach(held -> byName.put(held.task().context(), held));
            runs.keySet().forEach(name -> {
                List<HeldOut> own =
                        Optional.ofNullable(byName.get(name)).stream().toList();
                algorithms.put(name, new Plan.Algorithm(own.size(), own, List.of()));
            });
            return algorithms;
        }
        requireKnown(runs);
        known.forEach((name, own) -> {
            List<HeldOut> held = heldOut(own, selection, features, seed);
            algorithms.put(name, new Plan.Algorithm(held.size(), held, notes(name, own.runs(), held)));
        });
        return algorithms;
    }

    private void requireKnown(Map<String, List<Run>> runs) {
        TreeSet<String> known = new TreeSet<>();
        runs.values().forEach(own -> own.stream()
                .map(run -> run.properties().names())
                .distinct()
                .forEach(known::addAll));
        if (!known.contains(property)) {
            throw new InvalidInputException("hold-out: " + Quoted.of(property) + " must be " + ALGORITHM
                    + " or a property of the runs: " + String.join(", ", known));
        }
    }

    private List<HeldOut> heldOut(
            KnownAlgorithm algorithm, ContextSelection selection, FeaturePipeline features, long seed) {
        Map<String, List<Run>> byValue = new LinkedHashMap<>();
        selection.matching(algorithm.runs()).stream()
                .filter(run -> run.properties().knows(property))
                .forEach(run -> byValue.computeIfAbsent(run.canonical(property), value -> new ArrayList<>())
                        .add(run));
        List<HeldOut> held = new ArrayList<>();
        for (String value : selection.some(List.copyOf(byValue.keySet()))) {
            Predicate<Run> other = run -> !run.properties().knows(property)
                    || !run.canonical(property).equals(value);
            List<Run> support = algorithm.runs().stream().filter(other).toList();
            if (!support.isEmpty()) {
                ValueDeck deck =
                        new ValueDeck(new AskedRun(features, property), support, byValue.get(value), mostPoints);
                new Draws(
                                deck,
                                splits,
                                algorithm.companions().only(other),
                                new Seed(seed).stream(property).stream(value))
                        .ask(byValue.get(value).get(0).essential(property), support, fewestPoints)
                        .ifPresent(held::add);
            }
        }
        return held;
    }

    private List<String> notes(String name, List<Run> runs, List<HeldOut> held) {
        List<String> notes = new ArrayList<>();
        long blank =
                runs.stream().filter(run -> !run.properties().knows(property)).count();
        if (blank > 0) {
            notes.add(name + ": " + Counted.of(blank, "run") + " without a value of " + property
                    + (blank == 1 ? " is" : " are") + " learned from and not held out");
        }
        if (held.isEmpty()) {
            notes.add(name + ": nothing can be asked, since no value of " + property
                    + " that is asked for leaves runs with others to learn from");
            return notes;
        }
        for (int n = fewestPoints; n <= mostPoints; n++) {
            int points = n;
            long asked = held.stream()
                    .filter(one -> one.task().questions().stream().anyMatch(question -> question.n() == points))
                    .count();
            if (asked < held.size()) {
                notes.add(name + ": with " + Counted.of(n, "training point") + ", " + asked + " of "
                        + heldOut(held.size()) + " can be asked about");
            }
        }
        return notes;
    }
}

package io.bellamy.recommendation;

import static java.util.Comparator.comparing;

import io.bellamy.job.Preferences;
import io.bellamy.job.Preferences.Goal;
import io.bellamy.problem.Problems;
import io.bellamy.recommendation.Limit.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What makes one cluster better than another. */
public sealed interface Objective {

    /** The fastest first; of equal ones the one with fewer machines. */
    Comparator<Candidate> BY_RUNTIME = comparing(Candidate::runtime).thenComparing(Candidate::scaleOut);

    /** The cheapest first; of equal ones the faster. */
    Comparator<Candidate> BY_COST = comparing(
                    (Candidate candidate) -> candidate.cost().orElse(Double.POSITIVE_INFINITY))
            .thenComparing(BY_RUNTIME);

    /** The smallest runtime. */
    record Fastest() implements Objective {
        @Override
        public Goal goal() {
            return Goal.FASTEST;
        }

        @Override
        public List<Candidate> rank(List<Candidate> candidates) {
            return candidates.stream().sorted(BY_RUNTIME).toList();
        }
    }

    /** The smallest cost. */
    record Cheapest() implements Objective {
        @Override
        public Goal goal() {
            return Goal.CHEAPEST;
        }

        @Override
        public List<Candidate> rank(List<Candidate> candidates) {
            return candidates.stream().sorted(BY_COST).toList();
        }

        @Override
        public boolean needsPrices() {
            return true;
        }
    }

    /** The smallest cost among those that meet a deadline. */
    record CheapestWithin(Limit runtime) implements Objective {
        @Override
        public Goal goal() {
            return Goal.CHEAPEST;
        }

        @Override
        public List<Candidate> rank(List<Candidate> candidates) {
            return candidates.stream()
                    .sorted(within(runtime, BY_COST, BY_RUNTIME))
                    .toList();
        }

        @Override
        public Optional<Limit> limit() {
            return Optional.of(runtime);
        }

        @Override
        public boolean needsPrices() {
            return true;
        }
    }

    /** The smallest runtime among those that stay within a budget. */
    record FastestWithin(Limit cost) implements Objective {
        @Override
        public Goal goal() {
            return Goal.FASTEST;
        }

        @Override
        public List<Candidate> rank(List<Candidate> candidates) {
            return candidates.stream().sorted(within(cost, BY_RUNTIME, BY_COST)).toList();
        }

        @Override
        public Optional<Limit> limit() {
            return Optional.of(cost);
        }

        @Override
        public boolean needsPrices() {
            return true;
        }
    }

    /**
     * Where more machines stop paying, by {@link Kneedle}. Of several machine types each has its own; the cheapest of these
     * is the best one, or the fastest where no prices are known.
     */
    record Knee() implements Objective {
        @Override
        public Goal goal() {
            return Goal.KNEE;
        }

        @Override
        public List<Candidate> rank(List<Candidate> candidates) {
            return Kneedle.rank(candidates);
        }
    }

    /** What it is to be, without a limit. */
    Goal goal();

    /** The best first; those that do not meet the limit come after all others, the nearest first. */
    List<Candidate> rank(List<Candidate> candidates);

    /** What a run must not exceed, if there is such a limit. */
    default Optional<Limit> limit() {
        return Optional.empty();
    }

    /** Must the price of every candidate be known? */
    default boolean needsPrices() {
        return false;
    }

    private static Comparator<Candidate> within(
            Limit limit, Comparator<Candidate> best, Comparator<Candidate> nearest) {
        Comparator<Candidate> likeliest = comparing((Candidate candidate) -> limit.confidence()
                .map(wanted -> -limit.chance(candidate).orElse(0.0))
                .orElse(0.0));
        Comparator<Candidate> otherwise = likeliest.thenComparing(nearest);
        return comparing((Candidate candidate) -> !limit.allows(candidate))
                .thenComparing(
                        (one, other) -> limit.allows(one) ? best.compare(one, other) : otherwise.compare(one, other));
    }

    /**
     * What is wished for: a deadline asks for the cheapest, a budget for the fastest, and nothing said is the fastest.
     *
     * @throws io.bellamy.problem.InvalidInputException where the preferences contradict each other
     */
    static Objective of(Preferences preferences) {
        Problems problems = new Problems();
        if (preferences.maxRuntime().isPresent() && preferences.maxCost().isPresent()) {
            problems.add(
                    "max_runtime and max_cost must not be given both: the cheapest within a runtime, or the fastest"
                            + " within a cost");
        }
        if (preferences.confidence().isPresent()
                && preferences.maxRuntime().or(preferences::maxCost).isEmpty()) {
            problems.add("confidence must come with max_runtime or max_cost");
        }
        preferences
                .goal()
                .filter(goal ->
                        goal != Goal.CHEAPEST && preferences.maxRuntime().isPresent())
                .ifPresent(goal -> problems.add("max_runtime goes with the objective cheapest, not with " + goal));
        preferences
                .goal()
                .filter(goal -> goal != Goal.FASTEST && preferences.maxCost().isPresent())
                .ifPresent(goal -> problems.add("max_cost goes with the objective fastest, not with " + goal));
        problems.throwIfAny();
        if (preferences.maxRuntime().isPresent()) {
            return new CheapestWithin(
                    new Limit(Quantity.RUNTIME, preferences.maxRuntime().get(), preferences.confidence()));
        }
        if (preferences.maxCost().isPresent()) {
            return new FastestWithin(
                    new Limit(Quantity.COST, preferences.maxCost().get(), preferences.confidence()));
        }
        return switch (preferences.goal().orElse(Goal.FASTEST)) {
            case FASTEST -> new Fastest();
            case CHEAPEST -> new Cheapest();
            case KNEE -> new Knee();
        };
    }
}

package io.bellamy.evaluation;

import io.bellamy.job.Context;
import io.bellamy.job.History;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What is held out in turn; the rest still supports.
 *
 * @param only values that the properties must have of what is asked about
 * @param most the largest number of contexts, or of values, of each algorithm, chosen at random
 * @param essential the properties that make a context
 * @param seed of the choice
 */
public record ContextSelection(Map<String, String> only, Optional<Integer> most, List<String> essential, long seed) {

    public ContextSelection {
        only = Map.copyOf(only);
        essential = List.copyOf(essential);
    }

    /** The contexts among these runs of an algorithm. */
    public Predicate<Context> of(List<Run> runs) {
        List<Context> candidates = some(
                Context.of(runs, essential).stream().filter(this::hasValues).toList());
        Set<String> names = candidates.stream().map(Context::name).collect(Collectors.toSet());
        return context -> names.contains(context.name());
    }

    /** Those of some runs that have the values wanted. */
    List<Run> matching(List<Run> runs) {
        return new History(runs).matching(only);
    }

    /** Some of these at random, in order, where there is a largest number. */
    <T> List<T> some(List<T> all) {
        List<T> left = new ArrayList<>(all);
        RandomGenerator random = new Seed(seed).stream("contexts").generator();
        int wanted = Math.min(left.size(), most.orElse(Integer.MAX_VALUE));
        while (left.size() > wanted) {
            left.remove(random.nextInt(left.size()));
        }
        return left;
    }

    private boolean hasValues(Context context) {
        return matching(context.runs()).size() == context.runs().size();
    }
}

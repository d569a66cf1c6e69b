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
 * Which contexts are held out in turn; the others still support.
 *
 * @param only values that a context's properties must have
 * @param most the largest number of each algorithm, chosen at random
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
        List<Context> candidates = new ArrayList<>(
                Context.of(runs, essential).stream().filter(this::hasValues).toList());
        RandomGenerator random = new Seed(seed).stream("contexts").generator();
        int wanted = Math.min(candidates.size(), most.orElse(Integer.MAX_VALUE));
        while (candidates.size() > wanted) {
            candidates.remove(random.nextInt(candidates.size()));
        }
        Set<String> names = candidates.stream().map(Context::name).collect(Collectors.toSet());
        return context -> names.contains(context.name());
    }

    private boolean hasValues(Context context) {
        return new History(context.runs()).matching(only).size()
                == context.runs().size();
    }
}

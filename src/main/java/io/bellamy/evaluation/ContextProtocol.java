package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Companions;
import io.bellamy.job.Context;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How contexts are held out and what is asked about them (Scheinert et al., CLUSTER 2021, section IV, as the group's later
 * code applies it): training points are drawn at distinct scale-outs, one repetition each, and one repetition at another
 * scale-out is to be predicted.
 *
 * @param variant may the tested scale-out be among the training points?
 * @param support which contexts may be learned from
 * @param splits how many random splits for every number of points and kind
 * @param fewestPoints the smallest number of training points
 * @param mostPoints the largest number of training points
 */
public record ContextProtocol(Variant variant, Support support, int splits, int fewestPoints, int mostPoints)
        implements SplitProtocol {

    public ContextProtocol {
        SplitProtocol.check(splits, fewestPoints, mostPoints);
    }

    @Override
    public String word() {
        return "contexts";
    }

    @Override
    public String heldOut(long number) {
        return Counted.of(number, "context");
    }

    /**
     * Draws the questions.
     *
     * @throws InvalidInputException if the support wanted can't be told from the others
     */
    @Override
    public Map<String, Plan.Algorithm> plan(
            ContextSelection selection, FeaturePipeline features, Map<String, KnownAlgorithm> known, long seed) {
        Map<String, Plan.Algorithm> algorithms = new LinkedHashMap<>();
        known.forEach((name, algorithm) -> {
            List<Run> own = algorithm.runs();
            Predicate<Context> wanted = selection.of(own);
            List<Context> contexts = Context.of(own, selection.essential());
            List<Role> alike = new ArrayList<>(Support.LOOKS);
            alike.removeAll(Support.varying(contexts));
            int selected = (int) contexts.stream().filter(wanted).count();
            if (support == Support.FILTERED && alike.size() == Support.LOOKS.size()) {
                throw new InvalidInputException(
                        name + ": filtered support goes by the properties with the roles " + ContextNotes.words(alike)
                                + ", in none of which its contexts differ: say in the data set's description which"
                                + " properties have them (role), or choose another support");
            }
            List<HeldOut> tasks = tasks(algorithm, features, wanted, seed);
            algorithms.put(
                    name, new Plan.Algorithm(selected, tasks, new ContextNotes(this, name).of(alike, selected, tasks)));
        });
        return algorithms;
    }

    /**
     * The held-out contexts of an algorithm.
     *
     * @param algorithm what is known of it; only full support has runs of others too
     * @param features the properties that make a context, and the optional ones: of a run that is asked about only those are
     *     told that the runs known tell or that were chosen, as they are where somebody asks
     * @param wanted which contexts are held out in turn
     * @return those about which something can be asked: FILTERED support needs a supporting context, and a test point a
     *     scale-out of its own
     */
    public List<HeldOut> tasks(
            KnownAlgorithm algorithm, FeaturePipeline features, Predicate<Context> wanted, long seed) {
        List<Context> contexts = Context.of(algorithm.runs(), features.essentialNames());
        Companions companions = support == Support.FULL ? algorithm.companions() : Companions.NONE;
        List<HeldOut> tasks = new ArrayList<>();
        for (Context context : contexts) {
            List<Context> supporting = support.of(context, contexts);
            if (!wanted.test(context) || (support == Support.FILTERED && supporting.isEmpty())) {
                continue;
            }
            List<Run> known =
                    supporting.stream().flatMap(other -> other.runs().stream()).toList();
            Deck deck = new ContextDeck(context, new Foreknowledge(features, context, known));
            int fewest = known.isEmpty() ? Math.max(1, fewestPoints) : fewestPoints;
            new Draws(deck, splits, companions, new Seed(seed).stream(context.name()))
                    .ask(context.name(), known, fewest)
                    .ifPresent(tasks::add);
        }
        return tasks;
    }

    /** The random splits of one context. */
    private final class ContextDeck implements Deck {

        private final TreeMap<Integer, List<Run>> byScaleOut;
        private final Foreknowledge foreknowledge;

        ContextDeck(Context context, Foreknowledge foreknowledge) {
            this.byScaleOut = context.runs().stream()
                    .collect(Collectors.groupingBy(Run::scaleOut, TreeMap::new, Collectors.toList()));
            this.foreknowledge = foreknowledge;
        }

        @Override
        public int mostPoints() {
            return Math.min(mostPoints, byScaleOut.size());
        }

        @Override
        public List<Run> points(int n, RandomGenerator random) {
            List<Integer> left = new ArrayList<>(byScaleOut.keySet());
            List<Run> points = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                List<Run> repetitions = byScaleOut.get(left.remove(random.nextInt(left.size())));
                points.add(repetitions.get(random.nextInt(repetitions.size())));
            }
            points.sort(Comparator.comparingInt(Run::scaleOut));
            return points;
        }

        @Override
        public Optional<Run> test(QuestionKind kind, List<Run> points, int chosen, int repetition) {
            List<Integer> testable = testable(kind, points);
            if (testable.isEmpty()) {
                return Optional.empty();
            }
            List<Run> candidates = byScaleOut.get(testable.get(chosen % testable.size()));
            return Optional.of(candidates.get(repetition % candidates.size()));
        }

        private List<Integer> testable(QuestionKind kind, List<Run> points) {
            List<Integer> taken = points.stream().map(Run::scaleOut).toList();
            int least = taken.isEmpty() ? Integer.MAX_VALUE : taken.get(0);
            int most = taken.isEmpty() ? Integer.MIN_VALUE : taken.get(taken.size() - 1);
            return byScaleOut.keySet().stream()
                    .filter(scaleOut -> (scaleOut >= least && scaleOut <= most) == (kind == QuestionKind.INTERPOLATION))
                    .filter(scaleOut -> variant == Variant.PUBLISHED || !taken.contains(scaleOut))
                    .toList();
        }

        @Override
        public Question question(int split, QuestionKind kind, List<Run> points, Run test) {
            return new Question(split, kind, points, foreknowledge.planned(test, points));
        }
    }
}

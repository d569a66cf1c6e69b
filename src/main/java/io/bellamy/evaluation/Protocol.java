package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Context;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
public record Protocol(Variant variant, Support support, int splits, int fewestPoints, int mostPoints) {

    /** Draws that allow no question of the kind wanted are drawn again, so often at most for every split. */
    private static final int TRIES = 200;

    public Protocol {
        if (splits < 1 || fewestPoints < 0 || mostPoints < fewestPoints) {
            throw new IllegalArgumentException("splits " + splits + " must be at least 1, points " + fewestPoints
                    + " to " + mostPoints + " at least 0 and in order");
        }
    }

    /**
     * The held-out contexts of an algorithm.
     *
     * @param runs all runs of the algorithm
     * @param features the properties that make a context, and the optional ones: of a run that is asked about only those are
     *     told that the runs known tell, as they are where somebody asks
     * @param wanted which contexts are held out in turn
     * @return those about which something can be asked: FILTERED support needs a supporting context, and a test point a
     *     scale-out of its own
     */
    public List<HeldOut> tasks(List<Run> runs, FeaturePipeline features, Predicate<Context> wanted, long seed) {
        List<Context> contexts = Context.of(runs, features.essentialNames());
        List<HeldOut> tasks = new ArrayList<>();
        for (Context context : contexts) {
            List<Context> supporting = support.of(context, contexts);
            if (!wanted.test(context) || (support == Support.FILTERED && supporting.isEmpty())) {
                continue;
            }
            List<Run> known =
                    supporting.stream().flatMap(other -> other.runs().stream()).toList();
            List<Question> questions = new ArrayList<>();
            List<Double> runtimes = new ArrayList<>();
            Foreknowledge foreknowledge = new Foreknowledge(features, context, known);
            new Draws(context, new Seed(seed).stream(context.name()), !known.isEmpty(), foreknowledge)
                    .ask(questions, runtimes);
            if (!questions.isEmpty()) {
                tasks.add(new HeldOut(new Task(context.name(), known, questions), runtimes));
            }
        }
        return tasks;
    }

    /** The random splits of one context. */
    private final class Draws {

        private final TreeMap<Integer, List<Run>> byScaleOut;
        private final Seed seed;
        private final boolean supported;
        private final Foreknowledge foreknowledge;

        Draws(Context context, Seed seed, boolean supported, Foreknowledge foreknowledge) {
            this.byScaleOut = context.runs().stream()
                    .collect(Collectors.groupingBy(Run::scaleOut, TreeMap::new, Collectors.toList()));
            this.seed = seed;
            this.supported = supported;
            this.foreknowledge = foreknowledge;
        }

        void ask(List<Question> questions, List<Double> runtimes) {
            int most = Math.min(mostPoints, byScaleOut.size());
            for (int n = supported ? fewestPoints : Math.max(1, fewestPoints); n <= most; n++) {
                ask(n, questions, runtimes);
            }
        }

        /**
         * Draws training points again and again; each kind takes the first draws that allow it, so both see every set of
         * points that allows them with the same probability, and share the points where they can.
         */
        private void ask(int n, List<Question> questions, List<Double> runtimes) {
            RandomGenerator random = seed.stream("points " + n).generator();
            Map<QuestionKind, Integer> asked = new TreeMap<>();
            for (int draw = 0; draw < TRIES * splits; draw++) {
                List<Run> points = points(n, random);
                for (QuestionKind kind : QuestionKind.values()) {
                    List<Integer> testable = testable(kind, points);
                    int split = asked.getOrDefault(kind, 0);
                    // what is drawn does not depend on whether it is needed, so more splits begin with fewer ones
                    int chosen = random.nextInt(Integer.MAX_VALUE);
                    int repetition = random.nextInt(Integer.MAX_VALUE);
                    if (!testable.isEmpty() && split < splits) {
                        List<Run> candidates = byScaleOut.get(testable.get(chosen % testable.size()));
                        Run test = candidates.get(repetition % candidates.size());
                        questions.add(
                                new Question(split, kind, points, foreknowledge.planned(test.scaleOut(), points)));
                        runtimes.add(test.runtime());
                        asked.put(kind, split + 1);
                    }
                }
                if (QuestionKind.values().length == asked.size()
                        && asked.values().stream().allMatch(count -> count == splits)) {
                    return;
                }
            }
        }

        private List<Run> points(int n, RandomGenerator random) {
            List<Integer> left = new ArrayList<>(byScaleOut.keySet());
            List<Run> points = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                List<Run> repetitions = byScaleOut.get(left.remove(random.nextInt(left.size())));
                points.add(repetitions.get(random.nextInt(repetitions.size())));
            }
            points.sort(Comparator.comparingInt(Run::scaleOut));
            return points;
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
    }
}

package io.bellamy.evaluation;

import io.bellamy.job.Companions;
import io.bellamy.job.Run;
import io.bellamy.tuning.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Random splits of what is held out.
 *
 * @param deck what is held out
 * @param splits how many for every number of points and kind
 * @param companions what may be known of other algorithms
 * @param seed where every random number comes from
 */
record Draws(Deck deck, int splits, Companions companions, Seed seed) {

    /** Draws that allow no question of the kind wanted are drawn again, so often at most for every split. */
    private static final int TRIES = 200;

    private static final List<QuestionKind> KINDS = List.of(QuestionKind.INTERPOLATION, QuestionKind.EXTRAPOLATION);

    /**
     * Draws questions for every number of points.
     *
     * @param name of what is held out
     * @param support the runs that are learned from
     * @param fewest the smallest number of points
     * @return nothing where nothing can be asked
     */
    Optional<HeldOut> ask(String name, List<Run> support, int fewest) {
        List<Question> questions = new ArrayList<>();
        List<Double> runtimes = new ArrayList<>();
        for (int n = fewest; n <= deck.mostPoints(); n++) {
            ask(n, questions, runtimes);
        }
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new HeldOut(new Task(name, support, companions, questions), runtimes));
    }

    /**
     * Draws training points again and again; each kind takes the first draws that allow it, so both see every set of
     * points that allows them with the same probability, and share the points where they can.
     */
    private void ask(int n, List<Question> questions, List<Double> runtimes) {
        RandomGenerator random = seed.stream("points " + n).generator();
        Map<QuestionKind, Integer> asked = new TreeMap<>();
        for (int draw = 0; draw < TRIES * splits; draw++) {
            List<Run> points = deck.points(n, random);
            for (QuestionKind kind : KINDS) {
                int split = asked.getOrDefault(kind, 0);
                // what is drawn does not depend on whether it is needed, so more splits begin with fewer ones
                int chosen = random.nextInt(Integer.MAX_VALUE);
                int repetition = random.nextInt(Integer.MAX_VALUE);
                if (split < splits) {
                    deck.test(kind, points, chosen, repetition).ifPresent(test -> {
                        questions.add(deck.question(split, kind, points, test));
                        runtimes.add(test.runtime());
                        asked.put(kind, split + 1);
                    });
                }
            }
            if (KINDS.size() == asked.size() && asked.values().stream().allMatch(count -> count == splits)) {
                return;
            }
        }
    }
}

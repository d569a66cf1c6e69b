package io.bellamy.evaluation;

import io.bellamy.job.Run;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Runs that are held out together, of which training points and tested runs are drawn. */
interface Deck {

    /** How many training points can be drawn. */
    int mostPoints();

    /** Draws training points, by scale-out. */
    List<Run> points(int n, RandomGenerator random);

    /**
     * The run that is tested.
     *
     * @param chosen a random number
     * @param repetition another
     * @return nothing where these points leave no run to be asked about
     */
    Optional<Run> test(QuestionKind kind, List<Run> points, int chosen, int repetition);

    /** What is asked about it. */
    Question question(int split, QuestionKind kind, List<Run> points, Run test);
}

package io.bellamy.evaluation;

import java.util.List;
import java.util.function.DoubleConsumer;

/** A way to predict runtimes. */
public interface Method {

    /** A short name for tables, as {@code ernest}. */
    String name();

    /** What it is, in a line. */
    String description();

    /**
     * How many splits it answers at most; the questions of later ones are not put to it. For methods that are too slow
     * for all of them.
     */
    default int mostSplits() {
        return Integer.MAX_VALUE;
    }

    /** Roughly how long it takes for a context with 30 splits, seconds, for the time left that is shown. */
    double effort();

    /**
     * Answers all questions of all held-out contexts of one algorithm. Nothing of a task's context is known but the
     * points of each question, and nothing passes from one task to another. A forecast depends on the task, the question
     * and the seed, not on which other tasks there are.
     *
     * @param seed where every random number comes from
     * @param progress is told now and then which share is done, from 0 to 1
     * @return for every task, in order, the forecast for every question, in order
     */
    List<List<Forecast>> answer(List<Task> tasks, long seed, DoubleConsumer progress);
}

package io.bellamy.evaluation;

import java.util.List;

/** A way to predict runtimes. */
public interface Method {

    /** A short name for tables, as {@code ernest}. */
    String name();

    /**
     * Answers all questions of all held-out contexts of one algorithm. Nothing of a task's context is known but the
     * points of each question; nothing passes from one task to another.
     *
     * @param seed where every random number comes from
     * @return for every task, in order, the predicted runtime in seconds of every question, in order; NaN where the method
     *     can't answer (too few points, say)
     */
    List<double[]> answer(List<Task> tasks, long seed);
}

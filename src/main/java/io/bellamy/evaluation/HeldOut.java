package io.bellamy.evaluation;

import java.util.List;

/**
 * A task with the truth, which no method sees.
 *
 * @param task what the methods are told
 * @param runtimes the measured runtime of every question, in order, seconds
 */
public record HeldOut(Task task, List<Double> runtimes) {

    public HeldOut {
        runtimes = List.copyOf(runtimes);
    }
}

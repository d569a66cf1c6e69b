package io.bellamy.histories;

import java.time.LocalDate;
import java.util.List;

/**
 * Runs as a team has them, and questions about them whose answers are known.
 *
 * @param name the data set
 * @param before the runs that pretraining sees
 * @param since those that are known besides when it is asked
 * @param questions in their order
 * @param noise of a run of most jobs
 */
record History(String name, List<Run> before, List<Run> since, List<Question> questions, Noise noise) {

    /**
     * A run.
     *
     * @param day when it was
     * @param job whose it is
     * @param machine of the type that it ran on, or as much of it as an executor had
     * @param machines how many
     * @param megabytes the data
     * @param seconds how long it took
     */
    record Run(LocalDate day, Job job, Machine machine, int machines, int megabytes, double seconds) {}

    /**
     * A question.
     *
     * @param group with which it is scored
     * @param job about which it is
     * @param machine as of a run
     * @param megabytes the data
     * @param scaleOuts where the answer is compared with the truth
     * @param seconds the truth there: the median of runs that do not straggle
     */
    record Question(
            String group, Job job, Machine machine, int megabytes, List<Integer> scaleOuts, List<Double> seconds) {}
}

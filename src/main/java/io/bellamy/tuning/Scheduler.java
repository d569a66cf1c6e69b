package io.bellamy.tuning;

/**
 * Decides after each report of a trial whether it goes on. Smaller values are better. A scheduler belongs to one study
 * and depends on nothing but the reports and their order. It stops a trial at {@link #maxEpochs()} at the latest, and
 * never earlier for the value NaN.
 */
public interface Scheduler {

    /**
     * Takes note of a value.
     *
     * @param trial the trial's number, from 0
     * @param epoch how many epochs the trial has run, from 1; it rises from report to report, and may skip some
     * @param value the trial's value at this epoch, perhaps NaN
     * @throws IllegalArgumentException if the epoch is below 1
     */
    Decision report(int trial, int epoch, double value);

    /**
     * Would a report at this epoch change what the scheduler knows? Those for which it would not can be left out when a
     * search is taken up again: no decision changes.
     */
    boolean remembers(int trial, int epoch);

    /** The epoch at which every trial ends. */
    int maxEpochs();

    /** Refuses a count or epoch below 1. */
    static int requirePositive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("%s is %s: it must be 1 or more".formatted(name, number));
        }
        return number;
    }
}

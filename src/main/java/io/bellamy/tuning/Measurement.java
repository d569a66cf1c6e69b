package io.bellamy.tuning;

/**
 * One report of a trial.
 *
 * @param epoch how many epochs the trial had run, from 1
 * @param value what was measured, smaller is better
 */
public record Measurement(int epoch, double value) {

    /** @throws IllegalArgumentException if the epoch is below 1 */
    public Measurement {
        Scheduler.requirePositive("epoch", epoch);
    }
}

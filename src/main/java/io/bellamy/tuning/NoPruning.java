package io.bellamy.tuning;

/**
 * Lets every trial run to the end.
 *
 * @param maxEpochs the epoch at which a trial ends, 1 or more
 */
public record NoPruning(int maxEpochs) implements Scheduler {

    /** @throws IllegalArgumentException if there is no epoch */
    public NoPruning {
        Scheduler.requirePositive("max epochs", maxEpochs);
    }

    @Override
    public Decision report(int trial, int epoch, double value) {
        Scheduler.requirePositive("epoch", epoch);
        return epoch >= maxEpochs ? Decision.STOP : Decision.CONTINUE;
    }

    @Override
    public boolean remembers(int trial, int epoch) {
        return false;
    }
}

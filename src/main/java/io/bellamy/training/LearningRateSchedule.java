package io.bellamy.training;

/**
 * The learning rate of fine-tuning: ten linear steps up from the base, then a cosine from ten times the base back
 * towards it, restarting every 40 epochs.
 *
 * @param base the rate in the first epoch
 */
record LearningRateSchedule(double base) {

    private static final int WARM_UP = 10;
    private static final int CYCLE = 40;
    private static final double PEAK = 10;

    /** The rate in an epoch, counted from 1. */
    double at(int epoch) {
        double top = PEAK * base;
        if (epoch <= WARM_UP) {
            return base + (top - base) * (epoch - 1) / WARM_UP;
        }
        double phase = (double) ((epoch - WARM_UP - 1) % CYCLE) / CYCLE;
        return base + (top - base) * (1 + Math.cos(Math.PI * phase)) / 2;
    }
}

package io.bellamy.training;

import io.bellamy.model.NetworkShape;
import io.bellamy.model.Weights;
import io.bellamy.tuning.Seed;
import io.bellamy.tuning.Trial;
import java.util.random.RandomGenerator;

/**
 * A trial under way: all that it needs to go on, beside whichever other trials.
 *
 * @param trial its number and what it chose
 * @param hyperparameters what it trains with
 * @param epoch how many epochs it has run
 * @param weights its weights now
 * @param adam what Adam remembers of it now
 * @param shuffling its source for the order of the rows
 * @param noise its source for the noise on the runtimes
 * @param dropout its source for what is dropped
 */
record Slot(
        Trial trial,
        Hyperparameters hyperparameters,
        int epoch,
        Weights weights,
        Adam.State adam,
        RandomGenerator shuffling,
        RandomGenerator noise,
        RandomGenerator dropout) {

    /** A trial before its first epoch. */
    static Slot start(Trial trial, Seed seed, NetworkShape shape, Hyperparameters defaults) {
        Weights weights = Weights.random(shape, seed.stream("weights").generator());
        return new Slot(
                trial,
                defaults.with(trial.parameters()),
                0,
                weights,
                Adam.State.fresh(weights),
                seed.stream("shuffle").generator(),
                seed.stream("noise").generator(),
                seed.stream("dropout").generator());
    }

    Slot after(int epochs, Weights nowWeights, Adam.State nowAdam) {
        return new Slot(trial, hyperparameters, epochs, nowWeights, nowAdam, shuffling, noise, dropout);
    }
}

package io.bellamy.tuning;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Chooses the hyperparameters of the next trial. An implementation holds no state: the same arguments, the same answer. */
@FunctionalInterface
public interface Sampler {

    /**
     * Suggests hyperparameters.
     *
     * @param finished the trials that have ended, in any order
     * @param pending the trials still running, in any order
     * @param random where all randomness comes from
     * @return values inside the space, in its order
     */
    Map<String, Double> suggest(
            SearchSpace space, List<Observation> finished, List<Trial> pending, RandomGenerator random);
}

package io.bellamy.tuning;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws every parameter uniformly and learns nothing from earlier trials. */
public final class RandomSampler implements Sampler {

    @Override
    public Map<String, Double> suggest(
            SearchSpace space, List<Observation> finished, List<Trial> pending, RandomGenerator random) {
        return space.fill(parameter -> parameter.range().draw(random));
    }
}

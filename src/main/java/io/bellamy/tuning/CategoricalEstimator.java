package io.bellamy.tuning;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * How often each of a number of choices was seen, with every choice seen a little.
 *
 * @param probabilities of each choice; they sum to 1
 */
record CategoricalEstimator(List<Double> probabilities) implements Estimator {

    /**
     * Counts weighted by the age of the observation, plus the prior weight for each choice, over their sum.
     *
     * @param indices the choices seen, oldest first
     */
    static CategoricalEstimator fit(List<Integer> indices, int choices, double priorWeight) {
        double[] counts =
                DoubleStream.generate(() -> priorWeight).limit(choices).toArray();
        double[] weights = Estimator.observationWeights(indices.size());
        for (int i = 0; i < weights.length; i++) {
            counts[indices.get(i)] += weights[i];
        }
        double sum = DoubleStream.of(counts).sum();
        return new CategoricalEstimator(
                DoubleStream.of(counts).map(count -> count / sum).boxed().toList());
    }

    @Override
    public double sample(RandomGenerator random) {
        double left = random.nextDouble();
        int index = 0;
        while (index < probabilities.size() - 1 && left >= probabilities.get(index)) {
            left -= probabilities.get(index);
            index++;
        }
        return index;
    }

    @Override
    public double logDensity(double point) {
        return Math.log(probabilities.get((int) point));
    }
}

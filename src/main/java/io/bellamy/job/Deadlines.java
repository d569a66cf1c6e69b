package io.bellamy.job;

import java.util.Map;
import java.util.Optional;

/**
 * How long runs may take.
 *
 * @param ofAll seconds, for jobs that have none of their own
 * @param byAlgorithm seconds, by the name of the algorithm
 * @param confidence with which probability they must be met; without it the predicted runtime must meet them
 */
public record Deadlines(Optional<Double> ofAll, Map<String, Double> byAlgorithm, Optional<Double> confidence) {

    public Deadlines {
        byAlgorithm = Map.copyOf(byAlgorithm);
    }

    /** That of an algorithm, where it has one. */
    public Optional<Double> of(String algorithm) {
        return Optional.ofNullable(byAlgorithm.get(algorithm)).or(() -> ofAll);
    }
}

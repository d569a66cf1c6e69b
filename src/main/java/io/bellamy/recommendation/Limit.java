package io.bellamy.recommendation;

import java.util.Optional;

/**
 * What a run must not exceed.
 *
 * @param quantity what is limited
 * @param value seconds, or an amount in the currency of the prices
 * @param confidence with which probability a run must stay below; without it the predicted runtime must
 */
public record Limit(Quantity quantity, double value, Optional<Double> confidence) {

    /** What is limited. */
    public enum Quantity {
        RUNTIME,
        COST
    }

    /** How long a run may take on a cluster, in seconds. */
    public double seconds(Candidate candidate) {
        return quantity == Quantity.RUNTIME
                ? value
                : candidate.rate().map(rate -> rate.affordable(value)).orElse(0.0);
    }

    /** With which probability a run stays below, if the model knows how sure it is. */
    public Optional<Double> chance(Candidate candidate) {
        return candidate.prediction().chance(seconds(candidate));
    }

    /** Does a cluster stay below? */
    public boolean allows(Candidate candidate) {
        return confidence
                .map(wanted -> chance(candidate).orElse(0.0) >= wanted)
                .orElse(candidate.runtime() <= seconds(candidate));
    }
}

package io.bellamy.tuning;

import java.util.Objects;

/**
 * What a sampler learns from a finished trial.
 *
 * @param trial the trial
 * @param value how good it was, smaller is better; NaN if it never had a usable value
 */
public record Observation(Trial trial, double value) {

    public Observation {
        Objects.requireNonNull(trial, "trial");
    }
}

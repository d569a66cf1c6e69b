package io.bellamy.model;

import io.bellamy.adaptation.RuntimeDistribution;
import java.util.Optional;

/**
 * How long a run will take.
 *
 * @param runtime what is reported, seconds: the median of runs where there is a distribution, which lies in every interval; NaN where the model can't tell
 * @param distribution of the runtime, where the model knows how sure it is
 */
public record Forecast(double runtime, Optional<RuntimeDistribution> distribution) {

    /** The model can't tell. */
    public static final Forecast NONE = new Forecast(Double.NaN, Optional.empty());

    /** What a model says that does not know how sure it is. */
    public static Forecast of(double seconds) {
        return new Forecast(seconds, Optional.empty());
    }

    /** What a model says that does. */
    public static Forecast of(RuntimeDistribution distribution) {
        return new Forecast(distribution.median(), Optional.of(distribution));
    }
}

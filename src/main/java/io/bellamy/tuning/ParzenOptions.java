package io.bellamy.tuning;

/**
 * How a sampler turns the values that a parameter had into a distribution; the names are Optuna's.
 *
 * @param priorWeight weight of the prior beside observations of weight 1, above 0
 * @param considerPrior whether a wide Gaussian in the middle of a numeric range is part of its mixture
 * @param considerMagicClip whether no Gaussian may be narrower than range / min(100, 1 + number of Gaussians)
 * @param considerEndpoints whether the ends of the range count as neighbours of the outermost Gaussians
 */
public record ParzenOptions(
        double priorWeight, boolean considerPrior, boolean considerMagicClip, boolean considerEndpoints) {

    /** The defaults of Optuna 2.3.0. */
    public static final ParzenOptions DEFAULTS = new ParzenOptions(1, true, true, false);

    /** @throws IllegalArgumentException if the prior weight is not a finite number above 0 */
    public ParzenOptions {
        if (!(priorWeight > 0) || Double.isInfinite(priorWeight)) {
            throw new IllegalArgumentException(
                    "prior weight is %s: it must be a finite number above 0".formatted(priorWeight));
        }
    }
}

package io.bellamy.adaptation;

/**
 * What predicted probabilities are worth, where a model is asked about a scale-out between those of the runs known of a
 * context, and where it is asked beyond them (or nothing is known of it).
 */
public record Calibrations(Calibration between, Calibration beyond) {

    /** Probabilities are taken for what they are. */
    public static final Calibrations NONE = new Calibrations(Calibration.NONE, Calibration.NONE);
}

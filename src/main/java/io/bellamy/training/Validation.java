package io.bellamy.training;

/**
 * How good a network is on the runs held out.
 *
 * @param loss the whole loss, with the auto-encoder's share
 * @param mae mean absolute error, seconds
 * @param mse mean squared error, square seconds
 */
public record Validation(double loss, double mae, double mse) {

    /** The figure of this name. */
    public double metric(Metric metric) {
        return switch (metric) {
            case VALIDATION_LOSS -> loss;
            case MAE -> mae;
            case MSE -> mse;
        };
    }

    /** The figures that a search may go by. */
    public enum Metric {
        VALIDATION_LOSS,
        MAE,
        MSE
    }
}

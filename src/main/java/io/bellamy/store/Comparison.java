package io.bellamy.store;

/**
 * A new model beside the one that it should replace, on the runs that were held out of both.
 *
 * @param current the version that was published
 * @param runs how many runs were held out of both
 * @param error the new model's mean relative error on them
 * @param currentError the other's
 * @param margin by which share of the other's error the new one may be worse
 * @param forced whether it was to be published even so
 */
public record Comparison(String current, int runs, double error, double currentError, double margin, boolean forced) {

    /** By so much a model may be worse because of what new runs tell: that a job has changed, or that runs lie far apart. */
    private static final double NEWS = 0.05;

    /** Is the new model worse by more than the margin, and than news make it? An error that is no number is. */
    public boolean worse() {
        return !(error <= Math.max(currentError * (1 + margin), currentError + NEWS));
    }
}

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

    /** Errors that differ by less are alike to whoever asks, however small they are: one odd run among few makes as much. */
    private static final double ALIKE = 0.01;

    /** Is the new model worse by more than the margin, and noticeably? An error that is no number is. */
    public boolean worse() {
        return !(error <= Math.max(currentError * (1 + margin), currentError + ALIKE));
    }
}

package io.bellamy.process;

import java.util.List;

/**
 * What a variance may be.
 *
 * @param factor of what it is taken for
 * @param probability how probable that is
 */
record VarianceDoubt(double factor, double probability) {

    /** What is known better than this is known. */
    private static final double SURE = 0.25;

    private static final double FAR = Math.sqrt(3);
    private static final double SHARE_OF_FAR = 1.0 / 6;

    /** The deviation of a variance's logarithm, of which this was believed before, once so many values tell of it. */
    static double deviation(double believed, double freedom) {
        return 1 / Math.sqrt(1 / (believed * believed) + freedom / 2);
    }

    /** The three points of a normal distribution of the logarithm, or one where it is known well. */
    static List<VarianceDoubt> of(double deviationOfLog) {
        if (deviationOfLog < SURE) {
            return List.of(new VarianceDoubt(1, 1));
        }
        return List.of(
                new VarianceDoubt(Math.exp(-FAR * deviationOfLog), SHARE_OF_FAR),
                new VarianceDoubt(1, 1 - 2 * SHARE_OF_FAR),
                new VarianceDoubt(Math.exp(FAR * deviationOfLog), SHARE_OF_FAR));
    }
}

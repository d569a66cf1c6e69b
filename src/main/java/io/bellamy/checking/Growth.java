package io.bellamy.checking;

import java.util.Optional;

/**
 * How a job grows, where that is beyond doubt.
 *
 * @param size of the data that it reads
 * @param runtime on its usual cluster, whatever it grows by; a step of its level is no growth
 */
public record Growth(Optional<Double> size, Optional<Double> runtime) {

    /** It does not grow, or nobody knows. */
    static final Growth NONE = new Growth(Optional.empty(), Optional.empty());

    /** A month, in days. */
    private static final int MONTH = 30;

    private static final double WORTH_TELLING = 0.01;

    /** By which share what has this trend, in ln, grows in thirty days. */
    static Optional<Double> perMonth(Trend trend) {
        return Optional.of(Math.expm1(MONTH * trend.perDay()))
                .filter(share -> trend.isSure() && Math.abs(share) >= WORTH_TELLING);
    }
}

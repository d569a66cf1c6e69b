package io.bellamy.evaluation;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param runtime seconds; NaN where the method can't answer (too few points, say)
 * @param intervals where the runtime lies with some probability; empty where the method does not know
 */
public record Forecast(double runtime, List<Interval> intervals) {

    /** No answer. */
    public static final Forecast NONE = new Forecast(Double.NaN, List.of());

    /**
     * Where a runtime lies.
     *
     * @param level with which probability, in (0, 1)
     * @param lower seconds
     * @param upper seconds
     */
    public record Interval(double level, double lower, double upper) {

        public boolean contains(double runtime) {
            return lower <= runtime && runtime <= upper;
        }
    }

    public Forecast {
        intervals = List.copyOf(intervals);
    }

    /** An answer without an interval; none where it is not a positive number. */
    public static Forecast of(double runtime) {
        return runtime > 0 && Double.isFinite(runtime) ? new Forecast(runtime, List.of()) : NONE;
    }

    public boolean isThere() {
        return !Double.isNaN(runtime);
    }
}

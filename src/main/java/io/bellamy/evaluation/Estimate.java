package io.bellamy.evaluation;

import io.bellamy.adaptation.Interval;
import io.bellamy.model.Forecast;
import java.util.List;

/**
 * A forecast as an evaluation keeps it.
 *
 * @param runtime seconds; NaN where the method can't answer (too few points, say)
 * @param intervals where the runtime lies with some probabilities; empty where the method does not know
 */
public record Estimate(double runtime, List<Interval> intervals) {

    /** No answer. */
    public static final Estimate NONE = new Estimate(Double.NaN, List.of());

    private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);

    public Estimate {
        intervals = List.copyOf(intervals);
    }

    /** What a method said; nothing where that is no positive number. */
    static Estimate of(Forecast forecast) {
        if (!(forecast.runtime() > 0) || Double.isInfinite(forecast.runtime())) {
            return NONE;
        }
        List<Interval> intervals = forecast.distribution()
                .map(distribution -> LEVELS.stream().map(distribution::interval).toList())
                .orElse(List.of());
        return new Estimate(forecast.runtime(), intervals);
    }

    public boolean isThere() {
        return !Double.isNaN(runtime);
    }
}

package io.bellamy.checking;

import io.bellamy.adaptation.Interval;
import io.bellamy.job.Run;
import io.bellamy.model.Forecast;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A run beside what was expected of it the day before.
 *
 * @param run as it was measured
 * @param predicted seconds
 * @param interval where it was to lie, if the model knows how sure it is
 */
public record CheckedRun(Run run, double predicted, Optional<Interval> interval) {

    /** With which probability a run was to lie in its interval. */
    public static final double LEVEL = 0.9;

    static CheckedRun of(Run run, Forecast forecast) {
        return new CheckedRun(
                run,
                forecast.runtime(),
                forecast.distribution().map(runtime -> runtime.interval(LEVEL, forecast.runtime())));
    }

    public LocalDate day() {
        return run.measured().orElseThrow();
    }

    /** |predicted - measured| / measured. */
    public double relativeError() {
        return Math.abs(predicted - run.runtime()) / run.runtime();
    }

    /** Did it lie in its interval? Without one, in none. */
    public boolean isInside() {
        return interval.filter(own -> own.contains(run.runtime())).isPresent();
    }
}

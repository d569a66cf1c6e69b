package io.bellamy.tuning;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a trial.
 *
 * @param trial its number and parameters
 * @param state how far it has come
 * @param best its smallest finite value at any epoch, the earliest of equal ones; empty if it had none
 * @param last its latest report; empty if there was none
 */
public record TrialResult(Trial trial, TrialState state, Optional<Measurement> best, Optional<Measurement> last) {

    public TrialResult {
        Objects.requireNonNull(trial, "trial");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(best, "best");
        Objects.requireNonNull(last, "last");
    }

    /** How many epochs the trial has run. */
    public int epochs() {
        return last.map(Measurement::epoch).orElse(0);
    }

    static TrialResult started(Trial trial) {
        return new TrialResult(trial, TrialState.RUNNING, Optional.empty(), Optional.empty());
    }

    TrialResult with(Measurement report, TrialState newState) {
        boolean better = Double.isFinite(report.value())
                && best.map(so -> report.value() < so.value()).orElse(true);
        return new TrialResult(trial, newState, better ? Optional.of(report) : best, Optional.of(report));
    }

    /** What a sampler learns: the best value at any epoch, or NaN. */
    Observation observation() {
        return new Observation(trial, best.map(Measurement::value).orElse(Double.NaN));
    }
}

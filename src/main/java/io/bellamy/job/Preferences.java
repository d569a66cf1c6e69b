package io.bellamy.job;

import java.util.Locale;
import java.util.Optional;

/**
 * What somebody wants of a recommendation; what is absent was not said.
 *
 * @param goal what is to be least
 * @param maxRuntime seconds that a run may take
 * @param maxCost what a run may cost, in the currency of the prices
 * @param confidence with which probability the limit must hold, in (0, 1); without it what is predicted must
 * @param interval with which probability a run lies in the intervals that are shown, in (0, 1)
 */
public record Preferences(
        Optional<Goal> goal,
        Optional<Double> maxRuntime,
        Optional<Double> maxCost,
        Optional<Double> confidence,
        Optional<Double> interval) {

    /** Nothing was said. */
    public static final Preferences NONE =
            new Preferences(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Probabilities that can be asked for. */
    public static final double LEAST_PROBABILITY = 0.001;

    public static final double MOST_PROBABILITY = 0.999;

    private static final double INTERVAL = 0.9;

    /** What is to be least, or best. */
    public enum Goal {
        /** The runtime. */
        FASTEST,
        /** The cost of a run. */
        CHEAPEST,
        /** The scale-out from which on more machines stop paying. */
        KNEE;

        /** As it is written in a request. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** These preferences, and what others say where these say nothing. */
    public Preferences or(Preferences others) {
        return new Preferences(
                goal.or(others::goal),
                maxRuntime.or(others::maxRuntime),
                maxCost.or(others::maxCost),
                confidence.or(others::confidence),
                interval.or(others::interval));
    }

    /** The same with other intervals. */
    public Preferences withInterval(Optional<Double> probability) {
        return new Preferences(goal, maxRuntime, maxCost, confidence, probability);
    }

    /** The probability of the intervals. */
    public double level() {
        return interval.orElse(INTERVAL);
    }
}

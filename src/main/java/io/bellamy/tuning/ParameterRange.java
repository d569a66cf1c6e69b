package io.bellamy.tuning;

import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;

/** The values that one hyperparameter may take. */
public sealed interface ParameterRange {

    /** Whether a trial may have this value. */
    boolean contains(double value);

    /** A value drawn uniformly: over the choices, or over the axis of a numeric range (its logarithm if it is log). */
    double draw(RandomGenerator random);

    /**
     * A list of numbers without an order between them, as a categorical parameter.
     *
     * @param values at least one, all finite and different
     */
    record Choices(List<Double> values) implements ParameterRange {

        /** @throws IllegalArgumentException if the list is missing, empty, or holds a repeated or unusable value */
        public Choices {
            if (values == null || values.isEmpty()) {
                throw new IllegalArgumentException("choices are %s: there must be at least one".formatted(values));
            }
            if (values.stream().anyMatch(value -> value == null || !Double.isFinite(value))) {
                throw new IllegalArgumentException("choices are %s: each must be a finite number".formatted(values));
            }
            if (new HashSet<>(values).size() < values.size()) {
                throw new IllegalArgumentException("choices are %s: each must occur once".formatted(values));
            }
            values = List.copyOf(values);
        }

        @Override
        public boolean contains(double value) {
            return values.contains(value);
        }

        @Override
        public double draw(RandomGenerator random) {
            return values.get(random.nextInt(values.size()));
        }

        /**
         * The position of a value in the list.
         *
         * @throws IllegalArgumentException if it is not one of the choices
         */
        public int indexOf(double value) {
            int index = values.indexOf(value);
            if (index < 0) {
                throw new IllegalArgumentException("%s is not one of the choices %s".formatted(value, values));
            }
            return index;
        }
    }

    /**
     * All numbers from {@code min} to {@code max}, both included. Samplers work on the range's <em>axis</em>: the
     * logarithm of the values if the range is log, widened by half a step at either end if it is integer, so that the
     * whole numbers at the ends get as much room as the others (as Optuna does).
     *
     * @param min smallest value, smaller than {@code max}
     * @param max largest value
     * @param log whether ratios rather than differences matter; {@code min} must then be above 0
     * @param integer whether only whole numbers are meant; {@code min} and {@code max} must then be whole
     */
    record NumericRange(double min, double max, boolean log, boolean integer) implements ParameterRange {

        /** @throws IllegalArgumentException if the bounds break a rule above, or are not finite */
        public NumericRange {
            if (!(min < max) || !Double.isFinite(max - min)) {
                throw new IllegalArgumentException(
                        "range is %s to %s: min must be smaller than max, and both finite".formatted(min, max));
            }
            if (log && min <= 0) {
                throw new IllegalArgumentException("min is %s: it must be above 0 in a log range".formatted(min));
            }
            if (integer && (min != Math.rint(min) || max != Math.rint(max))) {
                throw new IllegalArgumentException(
                        "range is %s to %s: both must be whole numbers in an integer range".formatted(min, max));
            }
        }

        @Override
        public boolean contains(double value) {
            return value >= min && value <= max && (!integer || value == Math.rint(value));
        }

        @Override
        public double draw(RandomGenerator random) {
            return fromAxis(axisLow() + random.nextDouble() * (axisHigh() - axisLow()));
        }

        /** The lower end of the axis. */
        public double axisLow() {
            return toAxis(integer ? min - 0.5 : min);
        }

        /** The upper end of the axis. */
        public double axisHigh() {
            return toAxis(integer ? max + 0.5 : max);
        }

        /** The place of a value on the axis. */
        public double toAxis(double value) {
            return log ? Math.log(value) : value;
        }

        /** The value at a place on the axis: rounded if the range is integer, and never outside the range. */
        public double fromAxis(double place) {
            double value = log ? Math.exp(place) : place;
            return Math.min(Math.max(integer ? Math.rint(value) : value, min), max);
        }
    }
}

package io.bellamy.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One setting of the hyperparameters, to be tried out.
 *
 * @param number position in the study, from 0
 * @param parameters values by name, in the order of the search space; unmodifiable
 */
public record Trial(int number, Map<String, Double> parameters) {

    /** @throws IllegalArgumentException if the number is negative or a value is missing or NaN */
    public Trial {
        if (number < 0) {
            throw new IllegalArgumentException("trial number is %s: it must be 0 or more".formatted(number));
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        if (parameters.values().stream().anyMatch(value -> value == null || value.isNaN())) {
            throw new IllegalArgumentException("parameters are %s: each must have a value".formatted(parameters));
        }
    }

    /**
     * The value of one parameter.
     *
     * @throws IllegalArgumentException if the trial has no such parameter
     */
    public double parameter(String name) {
        Double value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "trial %s has no parameter '%s', only %s".formatted(number, name, parameters.keySet()));
        }
        return value;
    }
}

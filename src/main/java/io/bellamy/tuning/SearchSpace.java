package io.bellamy.tuning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The hyperparameters of a search. Their order is part of it: a sampler draws its random numbers in this order.
 *
 * @param parameters at least one, with different names
 */
public record SearchSpace(List<Parameter> parameters) {

    /** @throws IllegalArgumentException if there is no parameter, one is null, or two have the same name */
    public SearchSpace {
        if (parameters == null || parameters.isEmpty()) {
            throw new IllegalArgumentException("parameters are %s: there must be at least one".formatted(parameters));
        }
        if (parameters.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("parameters are %s: none may be null".formatted(parameters));
        }
        parameters = List.copyOf(parameters);
        List<String> names = parameters.stream().map(Parameter::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("parameters are %s: each name must occur once".formatted(names));
        }
    }

    /** One value for each parameter, in the order of the space. */
    Map<String, Double> fill(ToDoubleFunction<Parameter> choose) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            values.put(parameter.name(), choose.applyAsDouble(parameter));
        }
        return values;
    }

    /**
     * Refuses values that are not of this space.
     *
     * @throws IllegalArgumentException if a parameter is missing, unknown or outside its range
     */
    void check(Map<String, Double> values) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        if (!names.equals(List.copyOf(Objects.requireNonNull(values, "values").keySet()))) {
            throw new IllegalArgumentException(
                    "parameters are %s: they must be %s in this order".formatted(values.keySet(), names));
        }
        for (Parameter parameter : parameters) {
            double value = values.get(parameter.name());
            if (!parameter.range().contains(value)) {
                throw new IllegalArgumentException(
                        "%s is %s: it must be in %s".formatted(parameter.name(), value, parameter.range()));
            }
        }
    }
}

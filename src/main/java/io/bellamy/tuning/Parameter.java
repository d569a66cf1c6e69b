package io.bellamy.tuning;

/**
 * A hyperparameter to search over.
 *
 * @param name what it is called, not blank
 * @param range the values that it may take
 */
public record Parameter(String name, ParameterRange range) {

    /** @throws IllegalArgumentException if the name is missing or blank, or there is no range */
    public Parameter {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("parameter name is '%s': it must not be blank".formatted(name));
        }
        if (range == null) {
            throw new IllegalArgumentException("range of %s is null: there must be one".formatted(name));
        }
    }
}

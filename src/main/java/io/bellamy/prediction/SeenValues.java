package io.bellamy.prediction;

import io.bellamy.features.FittedPipeline;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.numerics.DecimalText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The values that pretraining saw, by what they mean. Never changed. */
final class SeenValues {

    /** Numbers whose logarithms differ by less are near. */
    static final double NEAR = 0.1;

    private final PropertyDefinitions definitions;
    private final Map<String, Values> byProperty = new HashMap<>();

    /** The values of a property: how each was spelled first, by its one spelling, and the numbers among them. */
    private record Values(Map<String, String> spellings, List<Double> numbers) {

        static final Values NONE = new Values(Map.of(), List.of());
    }

    SeenValues(FittedPipeline pipeline, PropertyDefinitions definitions) {
        this.definitions = definitions;
        pipeline.seen().forEach((property, seen) -> {
            Map<String, String> spellings = new HashMap<>();
            seen.forEach(value -> spellings.putIfAbsent(definitions.canonical(property, value), value));
            List<Double> numbers = seen.stream()
                    .map(DecimalText::number)
                    .filter(OptionalDouble::isPresent)
                    .map(OptionalDouble::getAsDouble)
                    .toList();
            byProperty.put(property, new Values(spellings, numbers));
        });
    }

    private Values of(String property) {
        return byProperty.getOrDefault(property, Values.NONE);
    }

    /** Was any value seen? */
    boolean hasAny(String property) {
        return !of(property).spellings().isEmpty();
    }

    /** Was this value seen, or one that means the same? */
    boolean has(String property, String value) {
        return of(property).spellings().containsKey(definitions.canonical(property, value));
    }

    /** The spelling in which a value was seen, or the value itself. */
    String spelling(String property, String value) {
        return of(property).spellings().getOrDefault(definitions.canonical(property, value), value);
    }

    /** Was a number near this one seen? */
    boolean hasNear(String property, double number) {
        return of(property).numbers().stream().anyMatch(known -> Math.abs(Math.log(number / known)) < NEAR);
    }
}

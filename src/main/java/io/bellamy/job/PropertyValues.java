package io.bellamy.job;

import io.bellamy.numerics.TextNumbers;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values known of a run, essential and optional. A property of which nothing is known is not among them.
 *
 * @param definitions what the properties are
 * @param values by the name of the property
 */
public record PropertyValues(PropertyDefinitions definitions, Map<String, PropertyValue> values) {

    public PropertyValues {
        values = Map.copyOf(values);
    }

    /** Reads texts, by the name of the property. */
    public static PropertyValues of(PropertyDefinitions definitions, Map<String, String> texts) {
        return new PropertyValues(
                definitions,
                texts.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, text -> definitions.value(text.getKey(), text.getValue()))));
    }

    /** Of the values alone: runs of one data set have the same definitions, which are many. */
    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof PropertyValues known
                        && values.equals(known.values)
                        && definitions.equals(known.definitions));
    }

    /** Is a value of this property known? */
    public boolean knows(String property) {
        return values.containsKey(property);
    }

    /** The text of a property, where its value is known. */
    public Optional<String> text(String property) {
        return Optional.ofNullable(values.get(property)).map(PropertyValue::text);
    }

    /** One spelling for all values that mean the same; blank where none is known. */
    public String canonical(String property) {
        PropertyValue value = values.get(property);
        return value == null ? definitions.canonical(property, "") : value.canonical();
    }

    /** The number that a property is; empty where none is known, or the property is none. */
    public Optional<BigDecimal> decimal(String property) {
        PropertyValue value = values.get(property);
        return value == null ? Optional.empty() : value.number();
    }

    /** The nearest number that can be computed with. */
    public OptionalDouble number(String property) {
        Optional<BigDecimal> decimal = decimal(property);
        return decimal.isPresent() ? OptionalDouble.of(decimal.get().doubleValue()) : OptionalDouble.empty();
    }

    /** The numbers that stand in a property's text, and its rest; of a blank text where none is known. */
    public TextNumbers parts(String property) {
        PropertyValue value = values.get(property);
        return value == null ? TextNumbers.NONE : value.parts();
    }

    /** The names of the properties that are known. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The texts, by the name of the property, in one order. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }
}

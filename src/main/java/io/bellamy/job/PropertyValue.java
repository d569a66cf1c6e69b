package io.bellamy.job;

import io.bellamy.numerics.DecimalText;
import io.bellamy.numerics.TextNumbers;
import java.math.BigDecimal;
import java.util.Optional;

/** A value of a property: a text, and what it means, which is found out once. Equal where text and kind are. */
public final class PropertyValue {

    private final PropertyKind kind;
    private final String text;
    private final String canonical;
    private final Optional<BigDecimal> number;

    /** Found out when it is asked for the first time: most values are never taken apart. */
    private Optional<TextNumbers> parts = Optional.empty();

    PropertyValue(PropertyKind kind, String text) {
        this.kind = kind;
        this.text = text;
        this.number = kind == PropertyKind.NUMBER ? DecimalText.parse(text) : Optional.empty();
        this.canonical = number.isPresent() ? DecimalText.canonical(number.get()) : kind.canonical(text);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** One spelling for all values that mean the same. */
    public String canonical() {
        return canonical;
    }

    /** The number; empty where the property is none, or the text is. */
    public Optional<BigDecimal> number() {
        return number;
    }

    /** The numbers that stand in the text, and its rest. */
    public TextNumbers parts() {
        // whichever of several threads is the last to write it, it is the same
        Optional<TextNumbers> known = parts;
        if (known.isEmpty()) {
            known = Optional.of(TextNumbers.of(text));
            parts = known;
        }
        return known.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PropertyValue value && kind == value.kind && text.equals(value.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

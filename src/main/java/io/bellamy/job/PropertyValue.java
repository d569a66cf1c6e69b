package io.bellamy.job;

import io.bellamy.numerics.DecimalText;
import java.math.BigDecimal;
import java.util.Optional;

/** A value of a property: a text, and what it means, which is found out once. Equal where text and kind are. */
public final class PropertyValue {

    private final PropertyKind kind;
    private final String text;
    private final String canonical;
    private final Optional<BigDecimal> number;

    PropertyValue(PropertyKind kind, String text) {
        this.kind = kind;
        this.text = text;
        this.canonical = kind.canonical(text);
        this.number = kind == PropertyKind.NUMBER ? DecimalText.parse(text) : Optional.empty();
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

package io.bellamy.features;

import io.bellamy.job.PropertyKind;
import java.util.Optional;

/**
 * A property of runs that models look at.
 *
 * @param encoder how the network of the original sees it
 */
public record Property(String name, PropertyEncoder encoder) {

    /** Is it a number? */
    public boolean numeric() {
        return encoder.kind() == PropertyKind.NUMBER;
    }

    /** What a value must be that models can make something of, where it is not; empty where it is. */
    public Optional<String> objection(String value) {
        return encoder.objection(value);
    }
}

package io.bellamy.job;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * When values of each property mean the same; a property that is not told of is a name.
 *
 * @param kinds by the name of the property
 */
public record PropertyKinds(Map<String, PropertyKind> kinds) {

    /** All are names. */
    public static final PropertyKinds NAMES = new PropertyKinds(Map.of());

    public PropertyKinds {
        // in one order, for digests
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }

    /** The kind of a property. */
    public PropertyKind of(String property) {
        return kinds.getOrDefault(property, PropertyKind.NAME);
    }

    /** One spelling for all values of a property that mean the same. */
    public String canonical(String property, String value) {
        return of(property).canonical(value);
    }

    /** Do two values of a property mean the same? */
    public boolean same(String property, String one, String other) {
        return of(property).same(one, other);
    }
}

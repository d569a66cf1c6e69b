package io.bellamy.job;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the properties of an algorithm are; one that is not told of is a name without a role.
 *
 * @param byName the definitions, by the name of the property
 */
public record PropertyDefinitions(Map<String, PropertyDefinition> byName) {

    /** Nothing is told: all are names. */
    public static final PropertyDefinitions NONE = new PropertyDefinitions(Map.of());

    public PropertyDefinitions {
        // in one order, for digests
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /** Puts definitions together. */
    public static PropertyDefinitions of(List<PropertyDefinition> definitions) {
        Map<String, PropertyDefinition> byName = new TreeMap<>();
        definitions.forEach(definition -> byName.put(definition.name(), definition));
        return new PropertyDefinitions(byName);
    }

    /** The kind of a property. */
    public PropertyKind kind(String property) {
        PropertyDefinition definition = byName.get(property);
        return definition == null ? PropertyKind.NAME : definition.kind();
    }

    /** The property that has a role, if one has. */
    public Optional<String> withRole(Role role) {
        for (PropertyDefinition definition : byName.values()) {
            if (definition.role().isPresent() && definition.role().get() == role) {
                return Optional.of(definition.name());
            }
        }
        return Optional.empty();
    }

    /** A text as a value of a property. */
    public PropertyValue value(String property, String text) {
        return new PropertyValue(kind(property), text);
    }

    /** One spelling for all texts that mean the same as values of a property. */
    public String canonical(String property, String text) {
        return kind(property).canonical(text);
    }

    /** Do two texts mean the same as values of a property? */
    public boolean same(String property, String one, String other) {
        return kind(property).same(one, other);
    }
}

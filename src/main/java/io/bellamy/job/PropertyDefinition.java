package io.bellamy.job;

import java.util.Optional;

/**
 * What a property is.
 *
 * @param name as requests and descriptions call it
 * @param kind when two values mean the same
 * @param role what it means beyond its value
 */
public record PropertyDefinition(String name, PropertyKind kind, Optional<Role> role) {}

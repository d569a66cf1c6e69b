package io.bellamy.features;

/** A property of runs and how it is encoded. */
public record Property(String name, PropertyEncoder encoder) {}

package io.bellamy.grouping;

/**
 * Which job a run is of.
 *
 * @param key the same for all runs of the job, and of no other's
 * @param name of the job, for people
 */
public record JobKey(String key, String name) {}

package io.bellamy.baseline;

/**
 * What is believed of the logarithm of a parameter before a run is seen: it is normal.
 *
 * @param mean where it lies
 * @param deviation how far off that may be
 */
record Belief(double mean, double deviation) {}

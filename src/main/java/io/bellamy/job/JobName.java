package io.bellamy.job;

/**
 * What a model is of.
 *
 * @param target the data set
 * @param algorithm the algorithm, as the data set names it
 */
public record JobName(String target, String algorithm) {}

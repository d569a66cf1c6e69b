package io.bellamy.update;

/**
 * When a model is replaced, and what is kept.
 *
 * @param keep how many of the newest versions stay, at least 1
 * @param margin by which share of its error a model may be worse than the one before
 * @param force whether a worse one is published too
 * @param ifStale whether nothing is done where data, configuration and program are those of the newest version
 * @param waits whether to wait for another process that changes the models of the same algorithm
 * @param resumption whether to go on from a checkpoint
 */
public record UpdateOptions(
        int keep, double margin, boolean force, boolean ifStale, boolean waits, Resumption resumption) {}

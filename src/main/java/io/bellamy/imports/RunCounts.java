package io.bellamy.imports;

/**
 * What came of runs.
 *
 * @param added that were not there before
 * @param replaced whose logs said something else than before
 * @param unchanged that stay as they were
 * @param duplicates logs of runs that another log says more of
 */
public record RunCounts(long added, long replaced, long unchanged, long duplicates) {}

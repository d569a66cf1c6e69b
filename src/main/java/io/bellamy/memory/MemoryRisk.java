package io.bellamy.memory;

import java.util.Optional;

/**
 * How likely a run is short of memory.
 *
 * @param spilling the probability that memory does not suffice, so that it spills or, worse, dies; where known
 * @param dying the probability that it dies for want of memory, where known
 */
public record MemoryRisk(Optional<Double> spilling, Optional<Double> dying) {}

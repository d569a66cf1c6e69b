package io.bellamy.memory;

/**
 * How likely a run may be short of memory on what is recommended.
 *
 * @param mostSpilling the probability of spilling up to which a cluster may be recommended
 * @param mostDying that of dying
 */
public record MemoryLimits(double mostSpilling, double mostDying) {

    /** Where nothing else is configured. */
    public static final MemoryLimits USUAL = new MemoryLimits(0.5, 0.05);

    /** May a cluster be recommended? What is not known is no reason against it. */
    public boolean allows(MemoryRisk risk) {
        return risk.spilling().orElse(0.0) <= mostSpilling && risk.dying().orElse(0.0) <= mostDying;
    }
}

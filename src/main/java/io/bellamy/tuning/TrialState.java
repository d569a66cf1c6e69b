package io.bellamy.tuning;

/** How far a trial has come. */
public enum TrialState {
    /** Handed out, and not ended yet. */
    RUNNING,
    /** Ended because it ran all its epochs or reached the target. */
    COMPLETE,
    /** Stopped early by the scheduler. */
    PRUNED
}

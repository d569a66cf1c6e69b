package io.bellamy.evaluation;

/** May the tested scale-out be among the training points? */
public enum Variant {
    /** No: what is asked was not measured. */
    STRICT,
    /** Yes, as in the published evaluation. */
    PUBLISHED
}

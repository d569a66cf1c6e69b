package io.bellamy.update;

/** Whether pretraining goes on from the checkpoint of one that was interrupted. */
public enum Resumption {
    /** It starts from the beginning. */
    NEVER,
    /** It goes on, and without a checkpoint it fails. */
    ALWAYS,
    /** It goes on where there is a checkpoint, else it starts from the beginning. */
    WHERE_INTERRUPTED
}

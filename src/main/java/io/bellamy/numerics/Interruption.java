package io.bellamy.numerics;

/** Long work looks from time to time whether it is still wanted. */
public final class Interruption {

    private Interruption() {}

    /**
     * Ends the work of a thread that was interrupted.
     *
     * @throws IllegalStateException if it was; it stays interrupted
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted");
        }
    }
}

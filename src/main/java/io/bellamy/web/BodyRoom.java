package io.bellamy.web;

import java.util.concurrent.atomic.AtomicLong;

/** Room for bodies that are there or on their way: however many connections send slowly, memory is not theirs. */
final class BodyRoom {

    private static final long MOST_BYTES = 1L << 26;

    private final AtomicLong taken = new AtomicLong();

    /** Takes room for a body, if there is some. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= MOST_BYTES) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    /** Gives it back. */
    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}

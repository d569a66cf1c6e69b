package io.bellamy.numerics;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A piece of work that another thread does meanwhile. */
public final class Aside<T> {

    private final FutureTask<T> work;

    private Aside(FutureTask<T> work) {
        this.work = work;
    }

    /** Begins it. A program need not wait for it to end. */
    public static <T> Aside<T> begin(Supplier<T> piece) {
        FutureTask<T> work = new FutureTask<>(piece::get);
        Thread thread = new Thread(work, "aside");
        thread.setDaemon(true);
        thread.start();
        return new Aside<>(work);
    }

    /** What came of it, or what it failed with. */
    public T result() {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failed.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another thread works", e);
        }
    }
}

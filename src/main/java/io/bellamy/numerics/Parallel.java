package io.bellamy.numerics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Independent pieces of work, shared out among threads of their own, one a processor, as these become free. Where a piece
 * fails, or whoever waits is interrupted, no further one is begun; and nobody comes back as long as one is at work, so that
 * what they use can be closed then: native memory, most of all.
 */
public final class Parallel {

    private Parallel() {}

    /** One of those: it does pieces of its own piece itself, since the processors have enough to do. */
    private static final class Worker extends Thread {
        Worker(Runnable work, String name) {
            super(work, name);
            setDaemon(true);
        }
    }

    /** A thread for one of several large pieces of work that are done side by side; it keeps no program from ending. */
    public static Thread worker(Runnable work, String name) {
        return new Worker(work, name);
    }

    /** Does this thread do one of several pieces, so that all processors have enough to do? */
    public static boolean isPiece() {
        return Thread.currentThread() instanceof Worker;
    }

    /**
     * Does the only piece of work that this thread has in a thread that does pieces of it itself; that is interrupted where this
     * one is.
     */
    public static <T> T alone(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = worker(task, "piece");
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } catch (InterruptedException e) {
            thread.interrupt();
            await(() -> {
                thread.join();
                return true;
            });
            throw interrupted(e);
        }
    }

    @FunctionalInterface
    private interface Waiting {
        boolean isOver() throws InterruptedException;
    }

    /** Asks, whoever interrupts, until the answer is yes; whoever was interrupted is so in the end. */
    private static void await(Waiting ended) {
        boolean interrupted = false;
        for (boolean done = false; !done; ) {
            try {
                done = ended.isOver();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failed.getCause();
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while others work", e);
    }

    /** The results of the pieces 0 to {@code count - 1}, in order. */
    public static <T> List<T> map(int count, IntFunction<T> piece) {
        List<T> results = new ArrayList<>(Collections.nCopies(count, null));
        run(count, i -> results.set(i, piece.apply(i)));
        return results;
    }

    /** Does the pieces 0 to {@code count - 1}. */
    public static void run(int count, IntConsumer piece) {
        AtomicInteger next = new AtomicInteger();
        // each worker takes piece after piece: pieces differ in size, so they are not dealt out beforehand
        Runnable worker = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    Interruption.check();
                    piece.accept(i);
                }
            } catch (RuntimeException | Error failed) {
                next.set(count);
                throw failed;
            }
        };
        int workers = isPiece() ? 1 : Math.min(count, Runtime.getRuntime().availableProcessors());
        if (workers <= 1) {
            worker.run();
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(workers, one -> worker(one, "piece"));
        try {
            for (Future<Object> ended : threads.invokeAll(Collections.nCopies(workers, Executors.callable(worker)))) {
                ended.get();
            }
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            threads.shutdownNow();
            await(() -> threads.awaitTermination(1, TimeUnit.DAYS));
        }
    }
}

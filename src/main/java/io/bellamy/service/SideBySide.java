package io.bellamy.service;

import io.bellamy.numerics.Parallel;
import io.bellamy.problem.MachineException;
import io.bellamy.problem.Remedy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Does jobs side by side, each in a thread of its own and for so long at most: one that fails or hangs keeps no other from its turn.
 * What a job that took too long does later counts for nothing. Of one thread.
 */
final class SideBySide {

    private static final int MILLIS = 3;
    private static final long NANOS_OF_A_MILLI = 1_000_000;

    /** So long those that were given up have in the end to remove what they began. */
    private static final Duration TIDYING = Duration.ofSeconds(5);

    /** So often it is looked whether there is room for more. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final IntSupplier most;
    private final Duration limit;
    private final Queue<String> waiting;
    private final Map<String, Begun> begun = new HashMap<>();
    private final BlockingQueue<JobUpdate> ended = new LinkedBlockingQueue<>();
    private final List<Thread> givenUp = new ArrayList<>();

    private record Begun(Thread thread, long deadline) {}

    /**
     * Takes jobs.
     *
     * @param names of the jobs, all different, in the order in which they begin
     * @param most so many at a time, at present
     * @param limit of the time of each
     */
    SideBySide(Collection<String> names, IntSupplier most, Duration limit) {
        this.waiting = new ArrayDeque<>(names);
        this.most = most;
        this.limit = limit;
    }

    /**
     * Does them.
     *
     * @param job does one, and throws nothing
     * @param told is told what came of each, as it comes
     */
    void run(Function<String, JobUpdate> job, Consumer<JobUpdate> told) {
        try {
            while (!waiting.isEmpty() || !begun.isEmpty()) {
                while (begun.size() < most.getAsInt() && !waiting.isEmpty()) {
                    begin(waiting.remove(), job);
                }
                next(told);
            }
            long end = System.nanoTime() + TIDYING.toNanos();
            for (Thread thread : givenUp) {
                thread.join(Math.max(1, (end - System.nanoTime()) / NANOS_OF_A_MILLI));
            }
        } catch (InterruptedException e) {
            begun.values().forEach(one -> one.thread().interrupt());
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while jobs are done", e);
        }
    }

    private void begin(String name, Function<String, JobUpdate> job) {
        Runnable work = () -> ended.add(job.apply(name));
        // where it is alone, the pieces of its work are done side by side
        Thread thread = most.getAsInt() > 1 ? Parallel.worker(work, name) : new Thread(work, name);
        thread.setDaemon(true);
        begun.put(name, new Begun(thread, System.nanoTime() + limit.toNanos()));
        thread.start();
    }

    private void next(Consumer<JobUpdate> told) throws InterruptedException {
        long now = System.nanoTime();
        long left = begun.values().stream()
                .mapToLong(one -> one.deadline() - now)
                .min()
                .orElseThrow();
        JobUpdate one = ended.poll(Math.max(0, Math.min(left, LOOK.toNanos())), TimeUnit.NANOSECONDS);
        if (one != null) {
            if (begun.remove(one.algorithm()) != null) {
                told.accept(one);
            }
            return;
        }
        for (String name : List.copyOf(begun.keySet())) {
            if (begun.get(name).deadline() - System.nanoTime() <= 0) {
                Thread thread = begun.remove(name).thread();
                thread.interrupt();
                givenUp.add(thread);
                told.accept(new JobUpdate.Failed(name, tooLong()));
            }
        }
    }

    private MachineException tooLong() {
        String seconds = BigDecimal.valueOf(limit.toMillis(), MILLIS)
                .stripTrailingZeros()
                .toPlainString();
        return new MachineException("took longer than " + seconds + " s and was given up", Remedy.MORE_TIME);
    }
}

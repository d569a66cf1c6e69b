package io.bellamy.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers, each kind with a queue that has an end: what does not fit is refused at once, and not late. */
final class Lanes implements AutoCloseable {

    /** What waits longer is given up: who asked has gone, or asks again. */
    private static final long MOST_NANOS_WAITING = TimeUnit.SECONDS.toNanos(10);

    private static final int FEW = 8;

    private final Map<Lane, ThreadPoolExecutor> pools = new EnumMap<>(Lane.class);

    /**
     * Makes the workers.
     *
     * @param workers for what is quick
     * @param queue how many of those may wait
     */
    Lanes(int workers, int queue) {
        pools.put(Lane.QUICK, pool("bellamy-quick", workers, queue));
        pools.put(Lane.SLOW, pool("bellamy-slow", 1, FEW));
        pools.put(Lane.WRITING, pool("bellamy-writing", 1, queue));
    }

    private static ThreadPoolExecutor pool(String name, int threads, int queue) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(queue), task -> {
                    Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Work on a request, or what is done where there is no room for it. */
    interface LaneWork {

        /** Does it. */
        void begin();

        /** Tells that it is not done. */
        void refuse(WebProblem problem);
    }

    /** Has it done, now or in its turn. */
    void take(Lane lane, LaneWork work) {
        if (lane == Lane.NOW) {
            work.begin();
            return;
        }
        long taken = System.nanoTime();
        try {
            pools.get(lane).execute(() -> {
                if (System.nanoTime() - taken > MOST_NANOS_WAITING) {
                    work.refuse(WebProblem.busy("the request has waited too long; ask again"));
                } else {
                    work.begin();
                }
            });
        } catch (RejectedExecutionException full) {
            work.refuse(WebProblem.busy("too many requests wait already; ask again in a moment"));
        }
    }

    /** How many wait. */
    int waiting() {
        return pools.values().stream().mapToInt(pool -> pool.getQueue().size()).sum();
    }

    /** How many are worked on. */
    int working() {
        return pools.values().stream()
                .mapToInt(ThreadPoolExecutor::getActiveCount)
                .sum();
    }

    @Override
    public void close() {
        pools.values().forEach(ThreadPoolExecutor::shutdownNow);
    }
}

package io.bellamy.baseline;

import io.bellamy.evaluation.Forecast;
import io.bellamy.evaluation.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** Answers tasks on two threads, each task on one, so that the answers do not depend on the threads. */
final class Workers {

    private static final int THREADS = 2;

    private Workers() {}

    /**
     * Answers all tasks.
     *
     * @param progress is told the share that is done, from the thread that called
     * @param answer the forecasts for a task's questions; depends on nothing but the task
     */
    static List<List<Forecast>> answer(
            List<Task> tasks, DoubleConsumer progress, Function<Task, List<Forecast>> answer) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "baseline");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<List<Forecast>>> running = tasks.stream()
                    .map(task -> CompletableFuture.supplyAsync(() -> answer.apply(task), threads))
                    .toList();
            List<List<Forecast>> answers = new ArrayList<>();
            for (CompletableFuture<List<Forecast>> task : running) {
                answers.add(task.join());
                progress.accept((double) answers.size() / tasks.size());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}

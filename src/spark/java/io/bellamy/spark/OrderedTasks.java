package io.bellamy.spark;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/** Orders that executors do, begun in the order in which they are given. */
final class OrderedTasks {

    private OrderedTasks() {}

    /** What a task does with its order; it must not matter how often it is done. */
    @FunctionalInterface
    interface Work extends Serializable {
        byte[] reply(byte[] order);
    }

    /**
     * Has them done, each as a job of its own with one task, so that one that fails ends no other. Spark does again what was lost
     * with an executor, and one of several attempts counts.
     *
     * @param spark where it has ended, as it does when a cluster gives it up, none is done
     * @param title by which Spark's pages name this
     * @param replies is given each reply once; one at a time
     * @return how many of them failed on one executor after another: Spark's log tells why
     */
    static int run(JavaSparkContext spark, String title, List<byte[]> orders, Work work, Consumer<byte[]> replies) {
        if (spark.sc().isStopped()) {
            return orders.size();
        }
        spark.setJobDescription(title);
        List<JavaFutureAction<List<byte[]>>> jobs = orders.stream()
                .map(order ->
                        spark.parallelize(List.of(order), 1).map(work::reply).collectAsync())
                .toList();
        int failures = 0;
        for (JavaFutureAction<List<byte[]>> job : jobs) {
            try {
                replies.accept(job.get().get(0));
            } catch (ExecutionException failed) {
                failures++;
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", givenUp);
            }
        }
        return failures;
    }
}

package io.bellamy.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function1;
import scala.collection.Iterator;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Orders that executors do, begun in the order in which they are given. All of them are one job of Spark with a task each, which
 * costs the driver much less than a job each. Such a job ends when one of its tasks has failed on one executor after another:
 * what it leaves undone is done by jobs of one task, so that none ends another.
 */
final class OrderedTasks {

    private final JavaSparkContext spark;
    private final Work work;
    private final List<byte[]> orders;
    private final Consumer<byte[]> replies;

    /** What is left of the orders, by their places among them. */
    private final List<Integer> undone;

    /** What Spark's threads have to say, for the one that waits. */
    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();

    private int jobs;

    private OrderedTasks(JavaSparkContext spark, Work work, List<byte[]> orders, Consumer<byte[]> replies) {
        this.spark = spark;
        this.work = work;
        this.orders = orders;
        this.replies = replies;
        this.undone = new ArrayList<>(IntStream.range(0, orders.size()).boxed().toList());
    }

    /** What a task does with its order; it must not matter how often it is done. */
    @FunctionalInterface
    interface Work extends Serializable {
        byte[] reply(byte[] order);
    }

    /** The same of a task's part of the data, as Spark calls it. */
    private interface Task extends Function1<Iterator<byte[]>, byte[]>, Serializable {}

    /**
     * Has them done. Spark does again what was lost with an executor, and one of several attempts counts.
     *
     * @param spark where it has ended, as it does when a cluster gives it up, none is done
     * @param title by which Spark's pages name this
     * @param replies is given each reply once, as it comes; one at a time
     * @return how many of them failed on one executor after another: Spark's log tells why
     */
    static int run(JavaSparkContext spark, String title, List<byte[]> orders, Work work, Consumer<byte[]> replies) {
        OrderedTasks tasks = new OrderedTasks(spark, work, orders, replies);
        spark.setJobDescription(title);
        tasks.begin(tasks.undone);
        tasks.await();
        if (orders.size() > 1) {
            List.copyOf(tasks.undone).forEach(order -> tasks.begin(List.of(order)));
            tasks.await();
        }
        return tasks.undone.size();
    }

    private void begin(List<Integer> places) {
        if (spark.sc().isStopped()) {
            return;
        }
        List<Integer> begun = List.copyOf(places);
        List<byte[]> data = begun.stream().map(orders::get).toList();
        Work done = work;
        Task task = part -> done.reply(part.next());
        List<Object> parts = IntStream.range(0, data.size())
                .<Object>mapToObj(Integer::valueOf)
                .toList();
        jobs++;
        spark.sc()
                .submitJob(
                        spark.parallelize(data, data.size()).rdd(),
                        task,
                        CollectionConverters.asScala(parts).toSeq(),
                        (part, reply) -> {
                            news.add(() -> take(begun.get((Integer) part), reply));
                            return BoxedUnit.UNIT;
                        },
                        () -> BoxedUnit.UNIT)
                .onComplete(outcome -> news.add(() -> jobs--), ExecutionContext.fromExecutor(Runnable::run));
    }

    private void take(Integer order, byte[] reply) {
        undone.remove(order);
        replies.accept(reply);
    }

    /** Until no job is under way. */
    private void await() {
        try {
            while (jobs > 0) {
                news.take().run();
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", givenUp);
        }
    }
}

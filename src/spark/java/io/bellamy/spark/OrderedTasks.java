package io.bellamy.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function1;
import scala.collection.Iterator;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Orders that executors do, begun in the order in which they are given. All of them are one job of Spark with a task each, which
 * costs the driver much less than a job each. Such a job ends when one of its tasks has failed on one executor after another:
 * what it leaves undone besides is another job.
 */
final class OrderedTasks {

    /** As Spark says which task of a job it was. */
    private static final Pattern FAILED = Pattern.compile("Task (\\d{1,9}) in stage \\S+ failed \\d+ times");

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
     * @return how many of them were not done: Spark's log tells why
     */
    static int run(JavaSparkContext spark, String title, List<byte[]> orders, Work work, Consumer<byte[]> replies) {
        OrderedTasks tasks = new OrderedTasks(spark, work, orders, replies);
        spark.setJobDescription(title);
        tasks.begin(tasks.undone);
        tasks.await();
        return tasks.undone.size();
    }

    private void begin(List<Integer> places) {
        if (places.isEmpty()) {
            return;
        }
        List<Integer> begun = List.copyOf(places);
        List<byte[]> data = begun.stream().map(orders::get).toList();
        Work done = work;
        Task task = part -> done.reply(part.next());
        List<Object> parts = IntStream.range(0, data.size())
                .<Object>mapToObj(Integer::valueOf)
                .toList();
        LateSpark.unlessEnded(spark, () -> spark.sc()
                        .submitJob(
                                spark.parallelize(data, data.size()).rdd(),
                                task,
                                CollectionConverters.asScala(parts).toSeq(),
                                (part, reply) -> {
                                    news.add(() -> take(begun.get((Integer) part), reply));
                                    return BoxedUnit.UNIT;
                                },
                                () -> BoxedUnit.UNIT))
                .ifPresent(job -> {
                    jobs++;
                    job.onComplete(
                            outcome -> news.add(() -> ended(begun, outcome)),
                            ExecutionContext.fromExecutor(Runnable::run));
                });
    }

    private void take(Integer order, byte[] reply) {
        undone.remove(order);
        replies.accept(reply);
    }

    /** Where one ended the others, these begin anew: all but that one, or each by itself where Spark does not say which it was. */
    private void ended(List<Integer> begun, Try<BoxedUnit> outcome) {
        jobs--;
        if (outcome.isSuccess() || begun.size() == 1) {
            return;
        }
        List<Integer> left = new ArrayList<>(begun);
        left.retainAll(undone);
        Matcher failed = FAILED.matcher(String.valueOf(outcome.failed().get().getMessage()));
        if (failed.find()) {
            left.remove(begun.get(Integer.parseInt(failed.group(1))));
            begin(left);
        } else {
            left.forEach(order -> begin(List.of(order)));
        }
    }

    /** Until no job is under way; of those that were when Spark ended nothing more may be heard. */
    private void await() {
        try {
            while (jobs > 0) {
                Optional<Runnable> next = Optional.ofNullable(news.poll(1, TimeUnit.SECONDS));
                next.ifPresent(Runnable::run);
                if (next.isEmpty() && spark.sc().isStopped()) {
                    return;
                }
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", givenUp);
        }
    }
}

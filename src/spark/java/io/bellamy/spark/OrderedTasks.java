package io.bellamy.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function2;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.runtime.BoxedUnit;

/** Orders that executors do, a task for each, begun in the order in which they are given. */
final class OrderedTasks {

    private OrderedTasks() {}

    /** What a task does with its order; it must not matter how often it is done. */
    @FunctionalInterface
    interface Work extends Serializable {
        byte[] reply(byte[] order);
    }

    /** As Spark has functions of two values handed to it. */
    private interface Shipped<A, B, R> extends Function2<A, B, R>, Serializable {}

    /**
     * Has them done; Spark does again what was lost with an executor, and one of several attempts counts. Where an order fails
     * again and again, all others are done.
     *
     * @param title by which Spark's pages name this
     * @param replies is given each reply once, as it comes; one at a time
     * @return how many orders there were
     */
    static int run(JavaSparkContext spark, String title, List<byte[]> orders, Work work, Consumer<byte[]> replies) {
        Set<Integer> open = new TreeSet<>();
        for (int i = 0; i < orders.size(); i++) {
            open.add(i);
        }
        spark.setLocalProperty("spark.job.description", title);
        try {
            together(spark, orders, work, (number, reply) -> {
                open.remove(number);
                replies.accept(reply);
            });
        } catch (SparkException oneFailed) {
            // and Spark has given all others up with it
            alone(spark, open.stream().map(orders::get).toList(), work, replies);
        }
        return orders.size();
    }

    private static void together(
            JavaSparkContext spark, List<byte[]> orders, Work work, BiConsumer<Integer, byte[]> replies)
            throws SparkException {
        JavaRDD<byte[]> each = spark.parallelize(orders, orders.size());
        Shipped<TaskContext, scala.collection.Iterator<byte[]>, byte[]> task =
                (context, order) -> work.reply(order.next());
        Function2<Object, byte[], BoxedUnit> taker = (number, reply) -> {
            replies.accept((Integer) number, reply);
            return BoxedUnit.UNIT;
        };
        Iterator<Object> numbers =
                IntStream.range(0, orders.size()).<Object>mapToObj(i -> i).iterator();
        spark.sc()
                .runJob(
                        each.rdd(),
                        task,
                        CollectionConverters.asScala(numbers).toSeq(),
                        taker,
                        ClassTag.apply(byte[].class));
    }

    /** Each as a job of its own, which fails alone; Spark's log tells why. */
    private static void alone(JavaSparkContext spark, List<byte[]> orders, Work work, Consumer<byte[]> replies) {
        List<JavaFutureAction<List<byte[]>>> jobs = orders.stream()
                .map(order ->
                        spark.parallelize(List.of(order), 1).map(work::reply).collectAsync())
                .toList();
        for (JavaFutureAction<List<byte[]>> job : jobs) {
            try {
                replies.accept(job.get().get(0));
            } catch (ExecutionException failed) {
                // there is no reply, which is told
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", givenUp);
            }
        }
    }
}

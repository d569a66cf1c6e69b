package io.bellamy.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
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
     * Has them done; Spark does again what was lost with an executor, and one of several attempts counts.
     *
     * @param title by which Spark's pages name this
     * @param replies is given each reply once, as it comes; one at a time
     * @return how many there were
     * @throws RuntimeException where Spark gives up: an order failed on several executors
     */
    static int run(JavaSparkContext spark, String title, List<byte[]> orders, Work work, Consumer<byte[]> replies) {
        JavaRDD<byte[]> each = spark.parallelize(orders, orders.size());
        Shipped<TaskContext, scala.collection.Iterator<byte[]>, byte[]> task =
                (context, order) -> work.reply(order.next());
        Function2<Object, byte[], BoxedUnit> taker = (number, reply) -> {
            replies.accept(reply);
            return BoxedUnit.UNIT;
        };
        Iterator<Object> numbers =
                IntStream.range(0, orders.size()).<Object>mapToObj(i -> i).iterator();
        spark.setLocalProperty("spark.job.description", title);
        spark.sc()
                .runJob(
                        each.rdd(),
                        task,
                        CollectionConverters.asScala(numbers).toSeq(),
                        taker,
                        ClassTag.apply(byte[].class));
        return orders.size();
    }
}

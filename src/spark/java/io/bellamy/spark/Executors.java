package io.bellamy.spark;

import java.io.InputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Executors that read logs. They are asked for with the first order. */
final class Executors implements BiConsumer<List<byte[]>, Consumer<byte[]>>, AutoCloseable {

    private static final String TITLE = "bellamy import";

    private final LateSpark spark;
    private final HadoopFiles files;

    Executors(SparkConf settings, HadoopFiles files) {
        this.spark = new LateSpark(settings, TITLE);
        this.files = files;
    }

    JavaSparkContext spark() {
        return spark.context();
    }

    @Override
    public void accept(List<byte[]> orders, Consumer<byte[]> replies) {
        if (!orders.isEmpty()) {
            IsolatedProgram.outside(() -> {
                // once, and where a log needs it: there are thousands of settings of Hadoop in it
                Broadcast<HadoopFiles> opened = spark().broadcast(files);
                return OrderedTasks.run(spark(), TITLE, orders, order -> reply(order, opened), replies);
            });
        }
    }

    @SuppressWarnings("unchecked") // as the class is said to be
    private static byte[] reply(byte[] order, Broadcast<HadoopFiles> opened) {
        Function<String, InputStream> files =
                address -> IsolatedProgram.outside(opened::value).apply(address);
        BiFunction<byte[], Function<String, InputStream>, byte[]> reading =
                IsolatedProgram.part("io.bellamy.imports.OrderedReading", BiFunction.class);
        try {
            return IsolatedProgram.within(() -> reading.apply(order, files));
        } catch (RuntimeException failure) {
            throw new UndoneOrderException(failure.getMessage());
        }
    }

    @Override
    public void close() {
        spark.close();
    }
}

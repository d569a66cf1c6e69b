package io.bellamy.spark;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
            // once, and where a log needs it: there are thousands of settings of Hadoop in it
            IsolatedProgram.outside(() -> LateSpark.unlessEnded(spark(), () -> spark().broadcast(files))
                    .map(opened -> OrderedTasks.run(spark(), TITLE, orders, order -> reply(order, opened), replies)));
        }
    }

    @SuppressWarnings("unchecked") // as the class is said to be
    private static byte[] reply(byte[] order, Broadcast<HadoopFiles> opened) {
        AtomicReference<RuntimeException> lost = new AtomicReference<>();
        Function<String, InputStream> files = address -> opened(opened, lost).apply(address);
        BiFunction<byte[], Function<String, InputStream>, byte[]> reading =
                IsolatedProgram.part("io.bellamy.imports.OrderedReading", BiFunction.class);
        byte[] reply;
        try {
            reply = IsolatedProgram.within(() -> reading.apply(order, files));
        } catch (RuntimeException failure) {
            throw new UndoneOrderException(failure.getMessage());
        }
        // that is no fault of a log, as which it would be told: another executor may have more luck
        if (lost.get() != null) {
            throw new UndoneOrderException(lost.get().getMessage());
        }
        return reply;
    }

    private static HadoopFiles opened(Broadcast<HadoopFiles> files, AtomicReference<RuntimeException> lost) {
        try {
            return IsolatedProgram.outside(files::value);
        } catch (RuntimeException failure) {
            lost.set(failure);
            throw failure;
        }
    }

    @Override
    public void close() {
        spark.close();
    }
}

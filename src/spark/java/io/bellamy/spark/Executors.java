package io.bellamy.spark;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

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
            // not a field of this: it goes to the executors
            HadoopFiles opened = files;
            IsolatedProgram.outside(
                    () -> OrderedTasks.run(spark(), TITLE, orders, order -> reply(order, opened), replies));
        }
    }

    @SuppressWarnings("unchecked") // as the class is said to be
    private static byte[] reply(byte[] order, HadoopFiles files) {
        BiFunction<byte[], HadoopFiles, byte[]> reading =
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

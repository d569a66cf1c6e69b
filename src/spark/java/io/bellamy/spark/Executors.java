package io.bellamy.spark;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Executors that read logs. They are asked for with the first order, since until then it may turn out that there is nothing
 * to do.
 */
final class Executors implements BiConsumer<List<byte[]>, Consumer<byte[]>>, AutoCloseable {

    private static final String TITLE = "bellamy import";

    private final SparkConf settings;
    private final HadoopFiles files;
    private Optional<JavaSparkContext> begun = Optional.empty();

    Executors(SparkConf settings, HadoopFiles files) {
        this.settings = settings;
        this.files = files;
    }

    JavaSparkContext spark() {
        if (begun.isEmpty()) {
            JavaSparkContext spark = new JavaSparkContext(settings.setIfMissing("spark.app.name", TITLE));
            if (!settings.contains("spark.log.level")) {
                // of every task, else, beside what is told of the logs
                spark.setLogLevel("WARN");
            }
            begun = Optional.of(spark);
        }
        return begun.get();
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
        return IsolatedProgram.within(() -> reading.apply(order, files));
    }

    @Override
    public void close() {
        begun.ifPresent(JavaSparkContext::close);
    }
}

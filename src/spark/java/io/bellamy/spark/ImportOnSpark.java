package io.bellamy.spark;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.SerializableConfiguration;

/** {@code import} on Spark: the driver finds logs and writes what they say, executors read them. */
final class ImportOnSpark implements SparkCommand {

    @Override
    public int run(List<String> arguments) {
        SparkConf settings = new SparkConf();
        HadoopFiles files = new HadoopFiles(
                new SerializableConfiguration(SparkHadoopUtil.get().newConfiguration(settings)));
        try (Executors executors = new Executors(settings, files)) {
            Function<String, List<List<String>>> search = files::search;
            BiConsumer<List<String>, Consumer<Consumer<List<String>>>> parquet =
                    new ParquetWriting(executors, files.configuration().value());
            return IsolatedProgram.within(() -> driver().apply(List.of(search, files, executors, parquet), arguments));
        }
    }

    @SuppressWarnings("unchecked") // as the class is said to be
    private static BiFunction<List<Object>, List<String>, Integer> driver() {
        return IsolatedProgram.part("io.bellamy.cli.ImportElsewhere", BiFunction.class);
    }
}

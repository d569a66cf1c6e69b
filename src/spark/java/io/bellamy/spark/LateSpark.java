package io.bellamy.spark;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Spark, which begins when it is asked for: until then it may turn out that there is nothing to do. Safe for several threads.
 */
final class LateSpark implements AutoCloseable {

    private final SparkConf settings;
    private final String title;
    private Optional<JavaSparkContext> begun = Optional.empty();

    /**
     * Prepares it.
     *
     * @param title by which it is known where it is given no other
     */
    LateSpark(SparkConf settings, String title) {
        this.settings = settings;
        this.title = title;
    }

    synchronized JavaSparkContext context() {
        if (begun.isEmpty()) {
            JavaSparkContext spark = new JavaSparkContext(settings.setIfMissing("spark.app.name", title));
            if (!settings.contains("spark.log.level")) {
                // of every task, else, beside what Bellamy tells
                spark.setLogLevel("WARN");
            }
            begun = Optional.of(spark);
        }
        return begun.get();
    }

    /** Where it has begun. */
    synchronized Optional<JavaSparkContext> begun() {
        return begun;
    }

    /**
     * Asks Spark for something.
     *
     * @return nothing where it has ended, as it does when a cluster gives it up, or ends just now
     */
    static <T> Optional<T> unlessEnded(JavaSparkContext spark, Supplier<T> asked) {
        try {
            return spark.sc().isStopped() ? Optional.empty() : Optional.of(asked.get());
        } catch (IllegalStateException failure) {
            if (spark.sc().isStopped()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public synchronized void close() {
        begun.ifPresent(JavaSparkContext::close);
    }
}

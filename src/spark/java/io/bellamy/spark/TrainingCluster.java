package io.bellamy.spark;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Gives orders to executors: each is a job of Spark with one task, so that what fails too often ends no other. Begins with the
 * first order: where no model is stale, no executor is asked for. Safe for several threads.
 */
final class TrainingCluster implements UnaryOperator<byte[]>, IntSupplier, AutoCloseable {

    private final LateSpark spark = new LateSpark(
            new SparkConf()
                    // by which the processors that there are would be counted
                    .remove("spark.default.parallelism")
                    // a task has one processor
                    .setIfMissing("spark.executorEnv.OMP_NUM_THREADS", "1")
                    .setIfMissing("spark.executorEnv.OPT_OUT_TRACKING", "true"),
            "bellamy pretrain");

    /** How many processors the executors have at present; none before the first order. */
    @Override
    public int getAsInt() {
        return spark.begun()
                .map(begun -> IsolatedProgram.outside(begun::defaultParallelism))
                .orElse(0);
    }

    @Override
    public byte[] apply(byte[] order) {
        return IsolatedProgram.outside(() -> done(order));
    }

    private byte[] done(byte[] order) {
        JavaSparkContext begun = spark.context();
        // a task that is not wanted any more is interrupted
        begun.setJobGroup(
                Thread.currentThread().getName(),
                "pretrain " + Thread.currentThread().getName(),
                true);
        JavaFutureAction<List<byte[]>> reply =
                begun.parallelize(List.of(order), 1).map(new TrainingTask()).collectAsync();
        try {
            return reply.get().get(0);
        } catch (InterruptedException givenUp) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", givenUp);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(reason(failed.getCause()), failed);
        }
    }

    /** Spark's message goes on with a stack trace. */
    private static String reason(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        spark.close();
    }
}

package io.bellamy.spark;

import java.util.function.UnaryOperator;
import org.apache.spark.api.java.function.Function;

/** What an executor does of an order: it gives it to Bellamy. */
final class TrainingTask implements Function<byte[], byte[]> {

    private static final long serialVersionUID = 1L;

    /** One of an executor, whose engine is loaded once. */
    private static final class Worker {
        @SuppressWarnings("unchecked")
        static final UnaryOperator<byte[]> ONLY =
                IsolatedProgram.part("io.bellamy.cli.TrainingWorker", UnaryOperator.class);
    }

    @Override
    public byte[] call(byte[] order) {
        try {
            return IsolatedProgram.within(() -> Worker.ONLY.apply(order));
        } catch (RuntimeException failure) {
            throw new UndoneOrderException(failure.getMessage());
        }
    }
}

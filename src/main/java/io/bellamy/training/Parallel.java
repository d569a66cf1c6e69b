package io.bellamy.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Independent pieces of work, shared out among the processors as these become free. */
public final class Parallel {

    private Parallel() {}

    /** The results of the pieces 0 to {@code count - 1}, in order. */
    public static <T> List<T> map(int count, IntFunction<T> piece) {
        List<T> results = new ArrayList<>(Collections.nCopies(count, null));
        run(count, i -> results.set(i, piece.apply(i)));
        return results;
    }

    /** Does the pieces 0 to {@code count - 1}. */
    static void run(int count, IntConsumer piece) {
        AtomicInteger next = new AtomicInteger();
        int workers = Math.min(count, Runtime.getRuntime().availableProcessors());
        // each worker takes piece after piece: pieces differ in size, so they are not dealt out beforehand
        IntStream.range(0, workers).parallel().forEach(worker -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                piece.accept(i);
            }
        });
    }
}

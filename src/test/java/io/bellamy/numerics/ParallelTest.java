package io.bellamy.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ParallelTest {

    private static final int MANY = 1000;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean stillInterrupted = new AtomicBoolean();

    interface Shared {
        void work(Runnable piece);
    }

    static Stream<Shared> ways() {
        return Stream.of(
                piece -> Parallel.run(MANY, i -> piece.run()),
                piece -> Parallel.alone(() -> {
                    piece.run();
                    return true;
                }));
    }

    /** What pieces use is closed by whoever waits for them: native code would bring the whole program down. */
    @ParameterizedTest
    @MethodSource("ways")
    void whoeverIsInterruptedComesBackWhenNoPieceIsAtWorkAnyMore(Shared way) throws InterruptedException {
        AtomicInteger workingThen = new AtomicInteger(-1);
        Thread waiting = new Thread(() -> {
            assertThatThrownBy(() -> way.work(this::deafPiece)).isInstanceOf(IllegalStateException.class);
            workingThen.set(working.get());
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        waiting.start();
        begun.await();
        waiting.interrupt();
        TimeUnit.MILLISECONDS.sleep(50);
        waiting.interrupt();
        waiting.join();
        assertThat(workingThen).hasValue(0);
        assertThat(stillInterrupted).isTrue();
        assertThat(done.get()).isBetween(1, Runtime.getRuntime().availableProcessors());
    }

    /** As native code, it heeds no interruption. */
    private void deafPiece() {
        working.incrementAndGet();
        begun.countDown();
        for (long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300); System.nanoTime() < end; ) {
            Thread.onSpinWait();
        }
        done.incrementAndGet();
        working.decrementAndGet();
    }
}

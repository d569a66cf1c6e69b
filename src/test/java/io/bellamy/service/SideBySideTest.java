package io.bellamy.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.numerics.Interruption;
import io.bellamy.problem.MachineException;
import io.bellamy.service.JobUpdate.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final List<String> NAMES =
            IntStream.range(0, 12).mapToObj(i -> "job-" + i).toList();

    private static JobUpdate done(String name) {
        return new Failed(name, new IllegalStateException("done"));
    }

    @Test
    void everyJobIsDoneOnceAndSoManyAtATime() {
        List<String> told = new ArrayList<>();
        CyclicBarrier three = new CyclicBarrier(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        new SideBySide(NAMES, () -> 3, LONG)
                .run(
                        name -> {
                            try {
                                // were there fewer at a time, nobody would come past this
                                three.await();
                            } catch (Exception broken) {
                                throw new AssertionError(broken);
                            }
                            threads.add(Thread.currentThread());
                            return done(name);
                        },
                        update -> told.add(update.algorithm()));
        assertThat(told).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(threads).doesNotContain(Thread.currentThread()).hasSize(NAMES.size());
    }

    /** A cluster's executors come one after the other. */
    @Test
    void moreBeginAsSoonAsThereIsRoomThoughNoneHasEnded() {
        CyclicBarrier three = new CyclicBarrier(3);
        long begun = System.nanoTime();
        new SideBySide(NAMES, () -> System.nanoTime() - begun < 100_000_000 ? 1 : 3, LONG)
                .run(
                        name -> {
                            try {
                                three.await();
                            } catch (Exception broken) {
                                throw new AssertionError(broken);
                            }
                            return done(name);
                        },
                        update -> {});
        assertThat(three.getNumberWaiting()).isZero();
    }

    /** One that hangs is interrupted; what it says when the others are done counts for nothing. */
    @Test
    void oneThatHangsKeepsNoOtherFromItsTurn() throws InterruptedException {
        List<JobUpdate> told = new ArrayList<>();
        CountDownLatch interrupted = new CountDownLatch(1);
        new SideBySide(NAMES, () -> 2, Duration.ofMillis(300))
                .run(
                        name -> {
                            while (name.equals("job-3")) {
                                try {
                                    Interruption.check();
                                } catch (IllegalStateException given) {
                                    interrupted.countDown();
                                    return done(name);
                                }
                            }
                            return done(name);
                        },
                        told::add);
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(told).extracting(JobUpdate::algorithm).containsExactlyInAnyOrderElementsOf(NAMES);
        Throwable failure = told.stream()
                .filter(update -> update.algorithm().equals("job-3"))
                .map(update -> ((Failed) update).failure())
                .findFirst()
                .orElseThrow();
        assertThat(failure).isInstanceOf(MachineException.class).hasMessage("took longer than 0.3 s and was given up");
    }
}

package io.bellamy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders that Spark's own executor of one processor does in this process; each task has two attempts. */
@Timeout(120)
class OrderedTasksTest {

    private static final byte NEVER_DONE = 7;
    private static final byte DONE_THE_SECOND_TIME = 3;
    private static final int MANY = 20;

    /** As tasks begin, which are done in this process. */
    private static final List<Integer> BEGUN = new CopyOnWriteArrayList<>();

    private final SparkConf settings = new SparkConf(false)
            .setMaster("local[1,2]")
            .setAppName("orders")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.driver.host", "127.0.0.1");
    private final JavaSparkContext spark = new JavaSparkContext(settings);

    private final List<Integer> replies = new ArrayList<>();

    @AfterEach
    void stop() {
        spark.close();
    }

    private static byte[] reply(byte[] order) {
        BEGUN.add((int) order[0]);
        if (order[0] == NEVER_DONE) {
            throw new UndoneOrderException("no executor does this");
        }
        if (order[0] == DONE_THE_SECOND_TIME && TaskContext.get().attemptNumber() == 0) {
            throw new UndoneOrderException("this one does not do it");
        }
        return new byte[] {(byte) (order[0] + 100)};
    }

    private int run(Runnable afterEach) {
        List<byte[]> orders = IntStream.range(0, MANY)
                .mapToObj(order -> new byte[] {(byte) order})
                .toList();
        return OrderedTasks.run(spark, "orders", orders, OrderedTasksTest::reply, reply -> {
            replies.add((int) reply[0]);
            afterEach.run();
        });
    }

    @Test
    void whatNoExecutorDoesEndsNoOtherAndEachReplyComesOnce() {
        BEGUN.clear();
        assertThat(run(() -> {})).isEqualTo(1);
        assertThat(BEGUN.stream().filter(order -> order == NEVER_DONE))
                .as("each may be the end of an executor")
                .hasSize(2);
        assertThat(BEGUN.stream().filter(order -> order != DONE_THE_SECOND_TIME).distinct())
                .isSorted();
        assertThat(replies)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, MANY)
                        .filter(order -> order != NEVER_DONE)
                        .mapToObj(order -> order + 100)
                        .toList());
    }

    @Test
    void whereSparkHasEndedNoneIsDone() {
        spark.stop();
        assertThat(run(() -> {})).isEqualTo(MANY);
        assertThat(replies).isEmpty();
    }

    @Test
    void wherePartOfAnImportIsLeftWhenSparkHasEndedItGoesOnWithout() {
        spark.stop();
        try (Executors executors =
                new Executors(settings, new HadoopFiles(new SerializableConfiguration(new Configuration(false))))) {
            executors.spark().stop();
            executors.accept(List.of(new byte[1]), reply -> replies.add((int) reply[0]));
        }
        assertThat(replies).isEmpty();
    }

    @Test
    void whereSparkEndsMeanwhileNobodyWaitsForWhatIsLeft() {
        int undone = run(spark::stop);
        assertThat(undone).isPositive().isEqualTo(MANY - replies.size());
        assertThat(replies).isNotEmpty().doesNotHaveDuplicates();
    }
}

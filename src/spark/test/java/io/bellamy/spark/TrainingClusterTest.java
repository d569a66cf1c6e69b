package io.bellamy.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the driver knows of a cluster, here of one that is in this process. */
@Timeout(120)
class TrainingClusterTest {

    /** As spark-submit hands settings on; those of jobs that shuffle are in many a spark-defaults.conf. */
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.master", "local[2]",
            "spark.default.parallelism", "200",
            "spark.ui.enabled", "false",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.driver.host", "127.0.0.1");

    private String jars = "";

    @BeforeEach
    void set() {
        // is a folder for the tests, which Spark would take for a jar to send
        jars = System.clearProperty("spark.jars");
        SETTINGS.forEach(System::setProperty);
    }

    @AfterEach
    void reset() {
        SETTINGS.keySet().forEach(System::clearProperty);
        System.setProperty("spark.jars", jars);
    }

    @Test
    void processorsAreCountedWhateverOtherJobsAreToBeCutInto() {
        try (TrainingCluster cluster = new TrainingCluster()) {
            assertThat(cluster.getAsInt()).as("none before the first order").isZero();
            assertThatThrownBy(() -> cluster.apply(new byte[] {1})).isInstanceOf(IllegalStateException.class);
            assertThat(cluster.getAsInt()).isEqualTo(2);
        }
    }
}

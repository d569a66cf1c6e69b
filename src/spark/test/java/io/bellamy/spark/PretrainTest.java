package io.bellamy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that a cluster trains are those of one machine, whatever happens there. */
class PretrainTest {

    private static Cluster cluster;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        cluster = new Cluster(2, 1, 1400);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aFleetHasTheModelsOfOneMachineAndWhatIsBrokenIsTold() {
        Fleet fleet = new Fleet(folder, 5);
        LoggedProcess alone = fleet.onOneMachine("alone");
        assertThat(alone.exitCode()).isEqualTo(2);
        LoggedProcess submitted =
                cluster.submit(folder, List.of(), fleet.arguments("models").toArray(String[]::new));
        assertThat(submitted.exitCode()).as(submitted.log()).isEqualTo(2);
        assertThat(fleet.published("models")).isEqualTo(fleet.published("alone"));
        System.err.println(submitted.log());
        System.err.println(submitted.output());
    }
}

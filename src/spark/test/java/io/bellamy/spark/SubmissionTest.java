package io.bellamy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users submit it. */
class SubmissionTest {

    @TempDir
    private Path work;

    @Test
    void withoutOneOfItsCommandsItTellsWhichThereAre() {
        try (Cluster cluster = new Cluster(1, 1, 700)) {
            LoggedProcess submitted = cluster.submit(work, List.of(), "predict");
            assertThat(submitted.exitCode()).isEqualTo(2);
            assertThat(submitted.log()).contains("on Spark there are the commands pretrain and import");
            assertThat(submitted.output()).isEmpty();
        }
    }
}

package io.bellamy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of the benchmarks' file. */
class JmhResultTest {

    private static final Measured MEASURED =
            new Measured("mvn", "0.1.0, 1234567", "2026-01-31", "2 cores", Optional.empty());
    private static final String PRINTED = """
            [{"benchmark": "io.bellamy.training.TrialStepBenchmark.step", "mode": "avgt",
              "params": {"how": "kernel", "trials": "12"},
              "primaryMetric": {"score": 354.46, "scoreError": 23.5, "scoreUnit": "us/op"}},
             {"benchmark": "io.bellamy.features.HashingBenchmark.hash",
              "primaryMetric": {"score": 2.314, "scoreError": 0.061, "scoreUnit": "us/op"}}]
            """;

    @Test
    void namesPiecesAndKeepsTheirTimes(@TempDir Path folder) throws IOException {
        Path kept = folder.resolve("jmh.json");
        Files.writeString(kept, JmhResult.of(PRINTED, MEASURED).text());
        assertThat(JmhResult.read(kept).table().lines())
                .containsExactly(
                        "| | us | +- |",
                        "|---|---|---|",
                        "| TrialStep.step (kernel, 12) | 354 | 24 |",
                        "| Hashing.hash | 2.31 | 0.06 |",
                        "",
                        "*Measured on 2026-01-31 with Bellamy 0.1.0, 1234567.*");
    }

    @Test
    void takesMicrosecondsOnly() {
        assertThatThrownBy(() -> JmhResult.of(PRINTED.replace("us/op", "ms/op"), MEASURED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TrialStep");
    }
}

package io.bellamy.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.golden.GoldenData;
import io.bellamy.job.Companions;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FamiliarTest {

    private static final List<Run> RUNS = GoldenData.load("c3o", "kmeans").runs();
    private static final Run EXAMPLE = RUNS.stream()
            .filter(run -> run.canonical("machine_type").equals("r4.2xlarge"))
            .findFirst()
            .orElseThrow();

    private static PropertyValues job(String arguments, String characteristics) {
        PropertyValues known = EXAMPLE.properties();
        return PropertyValues.of(
                known.definitions(),
                Map.of(
                        "machine_type", known.canonical("machine_type"),
                        "environment", known.canonical("environment"),
                        "data_size_MB", known.canonical("data_size_MB"),
                        "memory", known.canonical("memory"),
                        "slots", known.canonical("slots"),
                        "job_args", arguments,
                        "data_characteristics", characteristics));
    }

    /** The first number of the arguments is 3 to 9, that of the characteristics 5 to 15: each within its own. */
    @Test
    void eachTextHasTheNumbersOfItsOwn() {
        ProcessColumns columns = ColumnsFit.of(GoldenData.PIPELINE, RUNS, Companions.NONE);
        Familiar familiar = Familiar.of(columns, RUNS);
        assertThat(isNewJobOfKnownParts(familiar, columns, 4, job("4 0.001", "5 150000000")))
                .isTrue();
        assertThat(isNewJobOfKnownParts(familiar, columns, 4, job("14 0.001", "5 150000000")))
                .isFalse();
        assertThat(isNewJobOfKnownParts(familiar, columns, 4, job("4 0.001", "3 150000000")))
                .isFalse();
        assertThat(isNewJobOfKnownParts(familiar, columns, 4, job("4 0.001 fast", "5 150000000")))
                .isFalse();
        assertThat(isNewJobOfKnownParts(familiar, columns, EXAMPLE.scaleOut(), EXAMPLE.properties()))
                .isFalse();
    }

    private static boolean isNewJobOfKnownParts(
            Familiar familiar, ProcessColumns columns, int scaleOut, PropertyValues properties) {
        return familiar.isNewJobOfKnownWords(columns, properties)
                && familiar.hasSeenAmounts(columns, scaleOut, properties);
    }
}

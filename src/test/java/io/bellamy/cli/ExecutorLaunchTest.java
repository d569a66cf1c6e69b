package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What launchers are told where the scale-out counts executors, as in data sets of logs: executors as the runs had them. */
class ExecutorLaunchTest extends LaunchCases {

    @BeforeEach
    void countExecutors() throws IOException {
        count("executors");
    }

    private void count(String unit) throws IOException {
        Path description = folder.resolve("data/own/dataset.yml");
        String counted = Files.readString(description)
                .replaceAll("scale_out: \\{column: (\\w+)(, of: \\w+)?}", "scale_out: {column: $1, of: " + unit + "}");
        assertThat(counted).contains(", of: " + unit + "}");
        Files.writeString(description, counted);
    }

    /** 8 GiB of heap take 9011 MiB with their overhead, and 512 MiB take 896: in MB, as imports write them. */
    @ParameterizedTest
    @CsvSource({"9449, 8192m", "940, 512m", "939.52, 512m", "1476, 1024m", "5630, 4881m", "9456, 8199m"})
    void theyAreAsLargeAsThoseOfTheRuns(String memory, String heap) throws IOException {
        Bellamy outcome = predict(REQUEST.replace("memory: 16777.216", "memory: " + memory), "spark-conf");
        assertThat(properties(outcome.out()))
                .as(outcome.err())
                .hasSize(3)
                .containsEntry("spark.executor.instances", "3")
                .containsEntry("spark.executor.cores", "8")
                .containsEntry("spark.executor.memory", heap);
    }

    @Test
    void whereThereAreNoContainersAllIsHeap() throws IOException {
        String standalone = REQUEST.replace("memory: 16777.216", "memory: 537")
                .replace("data_size_MB: 4000", "data_size_MB: 4000, environment: standalone");
        assertThat(properties(predict(standalone, "spark-conf").out())).containsEntry("spark.executor.memory", "512m");
        assertThat(predict(standalone, "env").out())
                .contains("BELLAMY_EXECUTOR_MEMORY_MB='512'", "BELLAMY_EXECUTOR_OVERHEAD_MB=''");
    }

    @Test
    void nothingOfThemIsLeftToKubernetes() {
        assertThat(told("spark-application")).contains("cores: 8", "instances: 3");
        assertThat(told("env"))
                .contains("BELLAMY_MACHINES=''", "BELLAMY_MIN_MACHINES=''", "BELLAMY_MAX_MACHINES=''")
                .contains("BELLAMY_EXECUTORS='3'", "BELLAMY_EXECUTOR_CORES='8'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"emr", "databricks", "dataproc"})
    void howManyMachinesTheyNeedNobodyKnows(String form) {
        Bellamy refused = predict(REQUEST, form);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("--format: the scale-out of own counts executors, so nobody knows how many machines");
    }

    @Test
    void ofCoresNobodyKnowsHowManyAnExecutorHas() throws IOException {
        count("cores");
        assertThat(predict(REQUEST, "spark-submit").err())
                .contains("--format: the scale-out of own counts cores, so nobody knows how many executors");
        count("machine");
        assertThat(predict(REQUEST, "csv").err())
                .contains("scale_out.of: 'machine' must be one of machines, executors, cores");
    }

    @Test
    void pricesOfMachinesAreThoseOfExecutorsOnlyWhereEachHasOne() throws IOException {
        Path prices = Files.writeString(folder.resolve("prices.yml"), "per_hour: {small: 1}\n");
        assertThat(predict(REQUEST, "text", "--prices", prices.toString()).out())
                .contains("costs: the scale-out counts executors, and each was taken to have a machine of its own");
        count("machines");
        assertThat(predict(REQUEST, "text", "--prices", prices.toString()).out())
                .doesNotContain("of its own");
    }
}

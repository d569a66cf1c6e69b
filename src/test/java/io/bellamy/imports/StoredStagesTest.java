package io.bellamy.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the time of runs goes whose stages are known. */
class StoredStagesTest {

    @TempDir
    private Path folder;

    private final List<RunRow> runs = new ArrayList<>();
    private final List<List<String>> stages = new ArrayList<>();

    /** A run of 100 s: 10 s until the first executor, 30 s without tasks in all, stages whose longest tasks take 8 s and 12 s. */
    @BeforeEach
    void one() {
        run("app-1", "orders", "2026-01-01T00:00:00Z", Map.of());
        stage("app-1", "read at Orders.scala:3", "30.0", "8.0", "6.0");
        stage("app-1", "join at Orders.scala:9", "40.0", "12.0", "2.0");
        stage("app-1", "never ended", "", "", "");
    }

    private void run(String application, String algorithm, String started, Map<RunColumn, String> others) {
        Map<RunColumn, String> cells = new EnumMap<>(RunColumn.class);
        cells.put(RunColumn.APPLICATION, application);
        cells.put(RunColumn.ALGORITHM, algorithm);
        cells.put(RunColumn.STARTED, started);
        cells.put(RunColumn.SCALE_OUT, "4");
        cells.put(RunColumn.END_TO_END_S, "100.0");
        cells.put(RunColumn.FIRST_EXECUTOR_S, "10.0");
        cells.put(RunColumn.WITHOUT_TASKS_S, "30.0");
        cells.putAll(others);
        runs.add(new RunRow(cells));
    }

    private void stage(String application, String name, String duration, String longest, String median) {
        List<String> cells = new ArrayList<>(Collections.nCopies(15, ""));
        cells.set(0, application);
        cells.set(4, name);
        cells.set(6, duration);
        cells.set(9, longest);
        cells.set(10, median);
        stages.add(cells);
    }

    private Optional<TimeShares> told(String algorithm) {
        RunsTable.in(folder).write(taker -> runs.forEach(taker));
        StageRows.table(folder).write(taker -> stages.forEach(taker));
        return StoredStages.shares(folder, algorithm);
    }

    private TimeShares shares(String algorithm) {
        return told(algorithm).orElseThrow();
    }

    private static void assertShares(TimeShares time, double waiting, double driver, double tasks, double skew) {
        assertThat(time.waiting()).isCloseTo(waiting, within(1e-9));
        assertThat(time.driver()).isCloseTo(driver, within(1e-9));
        assertThat(time.tasks()).isCloseTo(tasks, within(1e-9));
        assertThat(time.skew()).isCloseTo(skew, within(1e-9));
        assertThat(time.fixed()).isCloseTo(waiting + driver + tasks + skew, within(1e-9));
    }

    @Test
    void waitingDriverTasksAndSkewAreTold() {
        TimeShares time = shares("orders");
        assertShares(time, 0.1, 0.2, 0.08, 0.12);
        assertThat(time.runs()).isEqualTo(1);
        assertThat(time.scaleOut()).isEqualTo(4);
        assertThat(time.longest()).contains(new TimeShares.FixedStage("join at Orders.scala:9", 0.12));
    }

    /** Three stages of 30 s tasks ran side by side in the 70 s in which there were tasks. */
    @Test
    void stagesSideBySideTakeNoMoreThanThereIs() {
        stages.clear();
        for (String name : List.of("a", "b", "c")) {
            stage("app-1", name, "60.0", "35.0", "35.0");
        }
        assertShares(shares("orders"), 0.1, 0.2, 0.7, 0);
    }

    /** A task that was tried again may have taken longer than the attempt of its stage that is told. */
    @Test
    void aTaskTakesNoMoreThanItsStage() {
        stages.clear();
        stage("app-1", "a", "5.0", "20.0", "10.0");
        assertShares(shares("orders"), 0.1, 0.2, 0.05, 0);
    }

    @Test
    void onlyTheNewestRunsOfTheJobThatCountTellIt() {
        for (int day = 2; day <= 12; day++) {
            String application = "app-" + day;
            run(
                    application,
                    "orders",
                    String.format(Locale.ROOT, "2026-01-%02dT00:00:00Z", day),
                    Map.of(RunColumn.SCALE_OUT, "8"));
            stage(application, "later", "50.0", "20.0", "20.0");
        }
        run("left-out", "orders", "2026-02-01T00:00:00Z", Map.of(RunColumn.LEFT_OUT, "it failed"));
        stage("left-out", "x", "50.0", "50.0", "50.0");
        run("other", "reports", "2026-02-01T00:00:00Z", Map.of());
        stage("other", "x", "50.0", "50.0", "50.0");
        run("strange", "orders", "2026-02-02T00:00:00Z", Map.of(RunColumn.END_TO_END_S, "a while"));
        stage("strange", "x", "50.0", "50.0", "50.0");
        TimeShares time = shares("orders");
        assertShares(time, 0.1, 0.2, 0.2, 0);
        assertThat(time.runs()).isEqualTo(9);
        assertThat(time.scaleOut()).isEqualTo(8);
        assertThat(time.longest()).contains(new TimeShares.FixedStage("later", 0.2));
    }

    @Test
    void nothingIsToldWhereNothingWasImported() {
        assertThat(StoredStages.shares(folder, "orders")).isEmpty();
        stages.clear();
        assertThat(told("orders")).isEmpty();
    }
}

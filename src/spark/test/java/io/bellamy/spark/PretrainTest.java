package io.bellamy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        assertThat(fleet.onOneMachine("alone").exitCode()).isEqualTo(2);
        LoggedProcess submitted = submit(fleet, List.of());
        assertThat(submitted.exitCode()).as(submitted::log).isEqualTo(2);
        assertThat(fleet.published("models")).isEqualTo(fleet.published("alone"));
        assertThat(submitted.output().lines()).hasSize(6);
        assertThat(submitted.log())
                .contains("fleet broken: ", "broken.csv:2: column 'seconds': 'soon'", "6 published")
                .doesNotContain("\tat io.bellamy.");
        // the next night may be one machine's: it finds the models of the same program
        OneMachine next = fleet.onOneMachine("models", "--if-stale");
        assertThat(next.log().lines().filter(line -> line.contains(": unchanged, version ")))
                .hasSize(6);
        assertThat(fleet.published("models")).isEqualTo(fleet.published("alone"));
    }

    @Test
    void anExecutorThatCanNotTrainSaysWhy() {
        Fleet fleet = new Fleet(folder, 1);
        LoggedProcess submitted = submit(fleet, List.of("--conf", "spark.executorEnv.DJL_CACHE_DIR=/proc/none"));
        assertThat(submitted.exitCode()).as(submitted::log).isEqualTo(1);
        assertThat(submitted.log())
                .contains(
                        "fleet job-0: no worker could do it: ", "there is no folder to unpack native libraries into: ")
                .doesNotContain("\tat io.bellamy.");
        assertThat(submitted.output()).isEmpty();
    }

    @Test
    void executorsThatAreKilledAndAttemptsBesideOthersChangeNothing() throws IOException {
        Fleet fleet = new Fleet(folder, 5);
        String longer = "--epochs=" + 60_000;
        assertThat(fleet.onOneMachine("alone", longer).exitCode()).isEqualTo(2);
        Path events = Files.createDirectory(folder.resolve("events"));
        LoggedProcess submitted = submit(
                fleet,
                logging(
                        events,
                        "--conf",
                        "spark.speculation=true",
                        "--conf",
                        "spark.speculation.task.duration.threshold=500ms"),
                longer);
        submitted.waitFor(Pattern.compile("job-\\d: published"));
        List<ProcessHandle> executors = cluster.executors();
        assertThat(executors).hasSize(2);
        if (Cluster.hasAnotherUser()) {
            assertThat(executors)
                    .allMatch(process -> process.info().user().orElseThrow().equals("nobody"));
        }
        executors.get(0).destroyForcibly();
        assertThat(submitted.exitCode()).as(submitted::log).isEqualTo(2);
        assertThat(submitted.log()).contains("ExecutorLostFailure", "6 published");
        assertThat(told(events)).contains("\"Speculative\":true");
        assertThat(fleet.published("models")).isEqualTo(fleet.published("alone"));
    }

    @Test
    void whatTakesTooLongIsGivenUpAndLeavesNothing() {
        Fleet fleet = new Fleet(folder, 1);
        LoggedProcess submitted = submit(fleet, List.of(), "--epochs=" + 10_000_000, "--time-limit=15");
        assertThat(submitted.exitCode()).as(submitted::log).isEqualTo(1);
        assertThat(submitted.log())
                .contains(
                        "fleet job-0: took longer than 15 s and was given up; --time-limit allows more",
                        "fleet: 3 failed")
                .doesNotContain("\tat io.bellamy.");
        assertThat(submitted.output()).isEmpty();
        assertThat(folder.resolve("models/fleet/job-0/latest")).doesNotExist();
    }

    private static List<String> logging(Path events, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--conf",
                                "spark.eventLog.enabled=true",
                                "--conf",
                                "spark.eventLog.dir=file:" + events,
                                "--conf",
                                "spark.eventLog.rolling.enabled=false",
                                "--conf",
                                "spark.eventLog.compress=false"),
                        Stream.of(more))
                .toList();
    }

    private static String told(Path events) throws IOException {
        try (Stream<Path> files = Files.list(events)) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private LoggedProcess submit(Fleet fleet, List<String> options, String... more) {
        return cluster.submit(folder, options, fleet.arguments("models", more).toArray(String[]::new));
    }
}

package io.bellamy.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.eventlog.SparkRun.InputOrigin;
import io.bellamy.eventlog.SparkRun.InputSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;

/** What is read of a log, whoever wrote it and whatever is wrong with it. */
class EventLogTest {

    private static SparkRun read(String text) {
        EventLog log = new EventLog();
        assertThat(log.read(in(text))).isTrue();
        return log.run();
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SparkLogText begun() {
        return new SparkLogText().version("3.5.6").start("a", "app-1");
    }

    @Test
    void tellsTheSameOfARunHoweverItsLinesAreWritten() {
        String text = SparkLogText.run("a", "app-1", 2, Map.of(), "x").text();
        SparkRun run = read(text);
        assertThat(run.tasks())
                .contains(new TaskTotals(
                        1, 0, OptionalLong.of(0), OptionalLong.of(6000), new TaskWork(5_000_000, 6, 7, 7, 5, 2, 11)));
        assertThat(run.stages()).singleElement().satisfies(stage -> {
            assertThat(stage.work()).isEqualTo(run.tasks().orElseThrow().work());
            assertThat(stage.duration()).hasValue(7000);
            assertThat(stage.longestTask()).hasValue(6000);
            assertThat(stage.medianTask()).hasValue(6000);
        });
        String spaced = text.replace("\":", "\" : ")
                .replace("{\"Event\" : ", "{\"Event\": ")
                .replace("\n", "\r\n");
        SparkRun other = read(spaced);
        assertThat(other).usingRecursiveComparison().isEqualTo(run);
    }

    @Test
    void countsExecutorsAtTheHeightAndByTimeWhateverTheOrderOfEvents() {
        SparkRun run = read(new SparkLogText()
                .executor("1", "a", 4, 0)
                .start("a", "app-1")
                .executor("driver", "d", 9, 0)
                .executor("2", "a", 4, 0)
                .executor("2", "a", 4, 10)
                .removed("2", 5000)
                .removed("7", 5000)
                .executor("3", "b", 4, 5000)
                .end(10_000)
                .text());
        assertThat(run.executors().most()).isEqualTo(2);
        assertThat(run.executors().mean()).hasValue(2.0);
        assertThat(run.executors().hosts()).isEqualTo(2);
        assertThat(run.executors().cores()).isEqualTo(8);
        assertThat(run.executors().first()).hasValue(SparkLogText.START);
    }

    @Test
    void sizesOfScansCountOnceAPlaceAndNotForWhatTheRunWrote() {
        SparkLogText log = begun().scan("SQLExecutionStart", "InMemoryFileIndex[s3://b/in]", 10, "size of files read")
                .told(10, 100)
                .told(10, 90)
                .scan("SQLAdaptiveExecutionUpdate", "InMemoryFileIndex(1 paths)[s3://b/in]", 11, "size of files read")
                .told(11, 100)
                .scan("SQLExecutionStart", "InMemoryFileIndex[s3://b/in/day=1]", 12, "size of files read")
                .told(12, 40)
                .scan("SQLExecutionStart", "", 13, "total data file size (bytes)")
                .told(13, 7)
                .write("s3://b/out/")
                .scan("SQLExecutionStart", "InMemoryFileIndex[s3://b/out/part]", 14, "size of files read")
                .told(14, 1000)
                .told(99, 1000);
        assertThat(read(log.text()).input()).isEqualTo(new InputSize(107, InputOrigin.SCANNED_FILES));
    }

    @Test
    void withoutScansWhatStagesReadForTheFirstTimeCounts() {
        SparkLogText log = begun().task(0, 0, 1, 10)
                .stage(0, 0, 1, "hdfs://data", false)
                .task(1, 0, 1, 500)
                .stage(1, 0, 1, "hdfs://data", true)
                .task(2, 0, 1, 900)
                .stage(2, 0, 1, "hdfs://data", true);
        assertThat(read(log.text()).input()).isEqualTo(new InputSize(500, InputOrigin.FIRST_READS));
        SparkLogText nameless = begun().task(0, 0, 1, 10)
                .stage(0, 0, 1, "", false)
                .task(1, 0, 1, 30)
                .stage(1, 0, 1, "", false);
        assertThat(read(nameless.text()).input()).isEqualTo(new InputSize(30, InputOrigin.LARGEST_STAGE));
        SparkLogText none = begun().task(0, 0, 1, 0).stage(0, 0, 1, "hdfs://data", false);
        assertThat(read(none.text()).input()).isEqualTo(new InputSize(0, InputOrigin.UNKNOWN));
    }

    @Test
    void memoryIsThatOfContainers() {
        assertThat(memory(Map.of("spark.master", "yarn", "spark.executor.memory", "4g")))
                .isEqualTo(Math.round((4096 + 409) * 1.048576));
        assertThat(memory(Map.of("spark.master", "spark://a:7077", "spark.executor.memory", "2048")))
                .isEqualTo(2147);
        assertThat(memory(Map.of("spark.master", "k8s://a", "spark.executor.memoryOverhead", "1g")))
                .isEqualTo(2147);
        String profile = "{\"Event\":\"SparkListenerResourceProfileAdded\",\"Resource Profile Id\":0,"
                + "\"Executor Resource Requests\":{\"memory\":{\"Resource Name\":\"memory\",\"Amount\":1000},"
                + "\"memoryOverhead\":{\"Resource Name\":\"memoryOverhead\",\"Amount\":24}}}";
        SparkRun run = read(begun().line(profile)
                .settings(Map.of("spark.master", "yarn", "spark.executor.memory", "9g"), Map.of())
                .executor("1", "a", 1, 0)
                .text());
        assertThat(run.memoryEach()).hasValue(1074);
    }

    private static long memory(Map<String, String> settings) {
        return read(begun().settings(settings, Map.of()).text()).memoryEach().orElseThrow();
    }

    @Test
    void oldLogsWithoutTimesOfJobsHaveThoseOfTheirStages() {
        SparkRun run = read(begun().line("{\"Event\":\"SparkListenerJobStart\",\"Job ID\":0,\"Stage IDs\":[0]}")
                .stage(0, 100, 900, "", false)
                .line("{\"Event\":\"SparkListenerJobEnd\",\"Job ID\":0,\"Job Result\":{\"Result\":\"JobSucceeded\"}}")
                .executor("<driver>", "a", 1, 0)
                .text());
        assertThat(run.times().firstJob()).hasValue(SparkLogText.START + 100);
        assertThat(run.times().lastJob()).hasValue(SparkLogText.START + 900);
        assertThat(run.executors().most()).isZero();
    }

    @Test
    void unknownEventsAndDamagedLinesEndNothing() {
        String huge = "{\"Event\":\"com.vendor.Huge\",\"x\":\"" + "y".repeat(3 << 20) + "\"}";
        SparkRun run = read(begun().line("{\"Event\":\"com.vendor.SparkListenerSomething\",\"x\":[1,2,{}]}")
                .line(huge)
                .line("no event")
                .line("{\"Event\":\"SparkListenerExecutorAdded\",\"Timestamp\":tru}")
                .line("{\"Event\":\"SparkListenerTaskEnd\",\"Task Metrics\":{\"Input Metrics\":{\"Byt")
                .executor("1", "a", 1, 0)
                .end(5)
                .text());
        assertThat(run.reading().badLines()).isEqualTo(3);
        assertThat(run.reading().endsInside()).isFalse();
        assertThat(run.executors().most()).isEqualTo(1);
        assertThat(run.times().end()).hasValue(SparkLogText.START + 5);
        assertThat(read(begun().text() + "{\"Event\":\"SparkLis").reading().endsInside())
                .isTrue();
    }

    @Test
    void aLineThatIsTooLongIsPassedOverWithoutBeingHeld() throws IOException {
        String text = "short\n" + "l".repeat(700_000) + "\nnext\n" + "m".repeat(600_000) + "\nlast";
        LineReader lines = new LineReader(in(text), 1000);
        EventLine line = new EventLine();
        StringBuilder read = new StringBuilder();
        while (lines.next(line)) {
            read.append(new String(line.bytes(), line.from(), line.length(), StandardCharsets.UTF_8))
                    .append(';');
        }
        assertThat(read).hasToString("short;next;last;");
        assertThat(lines.passedOver()).isEqualTo(2);
    }

    @Test
    void whatIsNoLogIsKnownByItsFirstLines() throws IOException {
        EventLog log = new EventLog();
        InputStream endless = in("a\n".repeat(1_000_000));
        assertThat(log.read(endless)).isFalse();
        assertThat(endless.available()).isPositive();
        assertThat(log.isEmpty()).isTrue();
    }

    @Test
    void aStreamThatBreaksOffGivesWhatItHad() {
        String whole = begun().executor("1", "a", 1, 0).text();
        EventLog log = new EventLog();
        log.read(new SequenceInputStream(in(whole), new BrokenInputStream(() -> new IOException("broken"))));
        assertThat(log.run().executors().most()).isEqualTo(1);
        assertThat(log.run().reading().brokenOff()).contains("broken");
    }

    @Test
    void applicationsThatWaitForDataAreKnown() {
        Stream.of(
                        "{\"Event\":\"org.apache.spark.sql.streaming.StreamingQueryListener$QueryStartedEvent\",\"id\":\"1\"}",
                        "{\"Event\":\"SparkListenerJobStart\",\"Job ID\":0,\"Submission Time\":5,\"Properties\":{\"sql.streaming.queryId\":\"7\"}}",
                        "{\"Event\":\"SparkListenerJobStart\",\"Job ID\":0,\"Submission Time\":5,\"Properties\":{\"spark.streaming.internal.batchTime\":\"7\"}}")
                .forEach(line -> assertThat(
                                read(begun().line(line).text()).jobs().streaming())
                        .isTrue());
        String ended =
                "{\"Event\":\"org.apache.spark.sql.streaming.StreamingQueryListener$QueryTerminatedEvent\",\"id\":\"7\","
                        + "\"runId\":\"8\",\"exception\":%s}";
        String job = "{\"Event\":\"SparkListenerJobStart\",\"Job ID\":0,\"Submission Time\":5,\"Properties\":"
                + "{\"sql.streaming.queryId\":\"%s\"}}";
        assertThat(waits(job.formatted("7"), ended.formatted("null"))).isFalse();
        assertThat(waits(job.formatted("9"), ended.formatted("null"))).isTrue();
        assertThat(waits(job.formatted("7"), ended.formatted("\"lost\""))).isTrue();
        String quoted =
                "{\"Event\":\"SparkListenerJobStart\",\"Job ID\":0,\"Submission Time\":5,\"Properties\":{\"a\":\"\\\"sql.streaming.queryId\\\":\"}}";
        assertThat(read(begun().line(quoted).text()).jobs().streaming()).isFalse();
    }

    private static boolean waits(String... lines) {
        SparkLogText log = begun();
        Stream.of(lines).forEach(log::line);
        return read(log.text()).jobs().streaming();
    }

    @Test
    void timeWithoutTasksIsThatWhenNoneRan() {
        BusyTime busy = new BusyTime();
        List.of(0, 10, 20, 5).forEach(from -> busy.add(from, from + 7));
        assertThat(busy.millis()).isEqualTo(17 + 7);
        BusyTime many = new BusyTime();
        for (long i = 0; i < 20_000; i++) {
            many.add(10 * i, 10 * i + 3);
        }
        assertThat(many.millis()).isEqualTo(60_000);
    }

    @Test
    void ofVeryManyStagesTheLongestAreKept() {
        SparkLogText log = begun();
        for (int i = 0; i < 60; i++) {
            log.stage(i, 0, (i * 37) % 60 + 1, "", false);
        }
        assertThat(read(log.text()).stages())
                .hasSize(20)
                .allSatisfy(stage -> assertThat(stage.duration().orElse(0)).isGreaterThan(40))
                .isSortedAccordingTo((one, other) -> Long.compare(one.id(), other.id()));
    }
}

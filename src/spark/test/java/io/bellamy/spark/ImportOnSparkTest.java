package io.bellamy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Logs read by a real cluster, beside the same logs read by one machine. */
class ImportOnSparkTest extends ImportOnSparkCases {

    @Test
    void logsOfASharedDiskGiveTheSameBytesAsOnOneMachineWhateverIsWrongWithSomeOfThem() throws IOException {
        addBadOnes();
        OneMachine alone = alone("-o", "json");
        assertThat(alone.exitCode()).as(alone.log()).isZero();
        try (Cluster cluster = new Cluster(2, 1, 700)) {
            LoggedProcess first = shared(cluster, logs.toString(), memory("512m"), "-o", "json");
            assertThat(first.exitCode()).as(first.log()).isZero();
            assertThat(files("shared")).isEqualTo(files("alone")).containsKey("copies.csv");
            assertThat(first.output().replace("/shared/", "/alone/"))
                    .isEqualTo(alone.output())
                    .contains("is no event log of Spark", "is empty");
            LoggedProcess second = shared(cluster, "file:" + logs, memory("512m"), "-o", "json");
            assertThat(second.exitCode()).as(second.log()).isZero();
            assertThat(files("shared")).isEqualTo(files("alone"));
            LoggedProcess missing = shared(cluster, logs + "/missing", memory("512m"));
            assertThat(missing.exitCode()).isEqualTo(2);
            assertThat(missing.log()).contains(logs + "/missing: there is no such file");
        }
    }

    @Test
    void whatAnExecutorHadInHandWhenItWasKilledIsReadByAnother() throws IOException {
        for (int copy = 0; copy < 4; copy++) {
            writeLong("app-2026112900000" + copy + "-0001", 300_000_000);
        }
        OneMachine alone = alone();
        assertThat(alone.exitCode()).as(alone.log()).isZero();
        try (Cluster cluster = new Cluster(2, 1, 700)) {
            LoggedProcess imported = shared(
                    cluster,
                    logs.toString(),
                    List.of(
                            "--executor-memory",
                            "512m",
                            "--conf",
                            "spark.speculation=true",
                            "--conf",
                            "spark.log.level=INFO"));
            imported.waitFor(Pattern.compile("Starting task .*executor 0"));
            imported.waitFor(Pattern.compile("Starting task .*executor 1"));
            cluster.executors().get(0).destroyForcibly();
            assertThat(imported.exitCode()).as(imported.log()).isZero();
            assertThat(imported.log())
                    .containsPattern("Lost executor \\d on .*exited with code 137")
                    .containsPattern("Starting task \\d\\.1 in stage");
            assertThat(files("shared")).isEqualTo(files("alone"));
        }
    }

    /** Settings are kept until a log has been read, and these are larger than an executor. */
    @Test
    void aLogThatNoExecutorOutlivesIsToldAndAllOthersAreImported() throws IOException {
        OneMachine alone = alone();
        assertThat(alone.exitCode()).as(alone.log()).isZero();
        Path large = logs.resolve("app-20261129000000-0009.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(large))) {
            for (int i = 0; i < 45; i++) {
                out.write(("{\"Event\":\"SparkListenerEnvironmentUpdate\",\"Spark Properties\":{\"spark.large" + i
                                + "\":\"")
                        .getBytes(StandardCharsets.UTF_8));
                out.write("x".repeat(15_000_000).getBytes(StandardCharsets.UTF_8));
                out.write("\"}}\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        try (Cluster cluster = new Cluster(2, 1, 700)) {
            LoggedProcess shared = shared(
                    cluster,
                    logs.toString(),
                    // an executor that dies may take with it what it was given in that moment: of another log that is
                    // no third time
                    List.of("--executor-memory", "512m", "--conf", "spark.task.maxFailures=3"),
                    "-o",
                    "json");
            assertThat(shared.exitCode()).as(shared.log()).isZero();
            assertThat(shared.log()).contains("OutOfMemoryError");
            assertThat(shared.output()).contains("could not be read by others");
            assertThat(files("shared")).isEqualTo(files("alone"));
        }
    }

    /** A log of what real tasks did, again and again. */
    private void writeLong(String application, long bytes) throws IOException {
        String start = "{\"Event\":\"SparkListenerApplicationStart\",\"App Name\":\"long\",\"App ID\":\"" + application
                + "\",\"Timestamp\":1000,\"User\":\"etl\"}\n";
        byte[] task =
                ("{\"Event\":\"SparkListenerTaskEnd\",\"Stage ID\":0,\"Stage Attempt ID\":0,\"Task Type\":\"ResultTask\","
                                + "\"Task End Reason\":{\"Reason\":\"Success\"},\"Task Info\":{\"Task ID\":0,\"Launch Time\":2000,"
                                + "\"Finish Time\":3000,\"Failed\":false},\"Task Metrics\":{\"Input Metrics\":{\"Bytes Read\":7}}}\n")
                        .getBytes(StandardCharsets.UTF_8);
        Path file = logs.resolve(application);
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (long done = 0; done < bytes; done += task.length) {
                out.write(task);
            }
            out.write("{\"Event\":\"SparkListenerApplicationEnd\",\"Timestamp\":9000}\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(TIME));
    }
}

package io.bellamy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs read by a real cluster, beside the same logs read by one machine. */
class ImportOnSparkTest {

    private static final Path LOGS = Cluster.HOME.resolve("src/test/resources/spark-logs");
    private static final String LOG = "app-20261128220752-0008.zstd";
    private static final long TIME = 1_780_000_000_000L;

    /** The driver's own, which no worker gets into. */
    @TempDir
    private Path work;

    private Path logs;

    @BeforeEach
    void makeLogs() throws IOException {
        logs = Files.createTempDirectory("logs-");
        Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Stream<Path> files = Files.walk(LOGS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(LOGS.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    @AfterEach
    void deleteLogs() throws IOException {
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = logs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(TIME));
    }

    /** What is wrong with a file is told of that file alone. */
    private void addBadOnes() throws IOException {
        write("empty", new byte[0]);
        write("notes.txt", "no log\nat all\n".getBytes(StandardCharsets.UTF_8));
        byte[] whole = Files.readAllBytes(LOGS.resolve(LOG));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        write("cut/app-20261128220752-0009.zstd", cut);
        write("copy/" + LOG, whole);
        Path zip = logs.resolve("served.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.putNextEntry(new ZipEntry("eventlog"));
            archive.write(whole);
        }
        Files.setLastModifiedTime(zip, FileTime.fromMillis(TIME));
    }

    private List<String> arguments(String name, String place, String... more) {
        Stream<String> all = Stream.of(
                "import",
                "spark",
                place,
                "--into",
                "mine",
                "--data-dir",
                work.resolve(name).toString(),
                "--config",
                Cluster.HOME.resolve("config.yml").toString());
        return Stream.concat(all, Stream.of(more)).toList();
    }

    private OneMachine alone(String... more) {
        return OneMachine.run(work, arguments("alone", logs.toString(), more));
    }

    private LoggedProcess shared(Cluster cluster, String place, List<String> options, String... more) {
        return cluster.submit(work, options, arguments("shared", place, more).toArray(String[]::new));
    }

    private Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(work.resolve(name).resolve("mine"))) {
            for (Path entry : entries.toList()) {
                files.put(entry.getFileName().toString(), Files.readString(entry));
            }
        }
        return files;
    }

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

    private static List<String> memory(String most) {
        return List.of("--executor-memory", most);
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
                    List.of("--executor-memory", "512m", "--conf", "spark.task.maxFailures=1"),
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

    @Test
    void logsOnHdfsGiveTheSameRunsUnderTheirAddresses() throws IOException {
        addBadOnes();
        Files.delete(logs.resolve("served.zip"));
        OneMachine alone = alone();
        assertThat(alone.exitCode()).as(alone.log()).isZero();
        Configuration configuration = new Configuration();
        configuration.set("hdfs.minidfs.basedir", work.resolve("hdfs").toString());
        try (Cluster cluster = new Cluster(1, 1, 700);
                MiniDFSCluster hdfs = new MiniDFSCluster.Builder(configuration).build()) {
            URI address = hdfs.getURI();
            FileSystem system = FileSystem.get(address, configuration);
            copy(system);
            LoggedProcess first = shared(cluster, address + "/logs", memory("512m"), "--parquet", address + "/runs");
            assertThat(first.exitCode()).as(first.output() + first.log()).isZero();
            predictFromParquet(cluster, system, address);
            String there = address + "/logs/";
            Map<String, String> files = files("shared");
            files.replaceAll((name, text) -> text.replace(there, logs + "/"));
            assertThat(files).isEqualTo(files("alone"));
            assertThat(files("shared").get("runs.csv")).contains(there + LOG);
            LoggedProcess missing = shared(cluster, address + "/missing", memory("512m"));
            assertThat(missing.exitCode()).isEqualTo(2);
            assertThat(missing.log()).contains(address + "/missing: there is no such file");
        }
    }

    /** Of the runs that Spark wrote as Parquet come the same models and answers as of those of the data set itself. */
    private void predictFromParquet(Cluster cluster, FileSystem system, URI address) throws IOException {
        LoggedProcess again =
                shared(cluster, address + "/logs", memory("512m"), "--parquet", address + "/runs", "--quiet");
        assertThat(again.exitCode()).as(again.log()).isZero();
        Path fleet = Files.createDirectory(work.resolve("shared/fleet"));
        org.apache.hadoop.fs.Path runs = new org.apache.hadoop.fs.Path("/runs");
        system.copyToLocalFile(
                false, runs, new org.apache.hadoop.fs.Path(fleet.resolve("runs").toUri()), true);
        String described = Files.readString(work.resolve("shared/mine/dataset.yml"));
        Files.writeString(fleet.resolve("dataset.yml"), described.replace("file: runs.csv", "file: runs/"));
        assertThat(answer("fleet")).isEqualTo(answer("mine")).contains("recommended: ");
        LoggedProcess refused = shared(cluster, address + "/logs", memory("512m"), "--parquet", address + "/logs");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.log()).contains("can't write " + address + "/logs: there is something else in it");
    }

    private String answer(String dataSet) throws IOException {
        List<String> places = List.of(
                "-tt",
                dataSet,
                "-a",
                "nightly-wordcount",
                "--data-dir",
                work.resolve("shared").toString(),
                "--models-dir",
                work.resolve("models").toString(),
                "--config",
                Cluster.HOME.resolve("config.yml").toString());
        OneMachine trained = OneMachine.run(
                work,
                Stream.concat(Stream.of("pretrain", "--trials", "1", "--epochs", "2"), places.stream())
                        .toList());
        assertThat(trained.exitCode()).as(trained.log()).isZero();
        Path request = work.resolve("request.yml");
        Files.writeString(
                request,
                "{min_scale_out: 1, max_scale_out: 4, essential_properties: {job_args: wordcount 6, data_size_MB: 3.429}}");
        OneMachine answer = OneMachine.run(
                work,
                Stream.concat(Stream.of("predict", "-r", request.toString()), places.stream())
                        .toList());
        assertThat(answer.exitCode()).as(answer.log()).isZero();
        // which data set and which model it is, stands on the first line
        return answer.output().substring(answer.output().indexOf('\n'));
    }

    private void copy(FileSystem system) throws IOException {
        try (Stream<Path> all = Files.walk(logs)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                org.apache.hadoop.fs.Path to = new org.apache.hadoop.fs.Path("/logs/" + logs.relativize(file));
                system.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), to);
                system.setTimes(to, TIME, -1);
            }
        }
    }
}

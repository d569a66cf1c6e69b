package io.bellamy.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the import on Spark share: logs that others may read, some of them damaged, and both ways to import them. */
abstract class ImportOnSparkCases {

    static final Path LOGS = Cluster.HOME.resolve("src/test/resources/spark-logs");
    static final String LOG = "app-20261128220752-0008.zstd";
    static final long TIME = 1_780_000_000_000L;

    /** The driver's own, which no worker gets into. */
    @TempDir
    Path work;

    Path logs;

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

    void write(String name, byte[] content) throws IOException {
        Path file = logs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(TIME));
    }

    /** What is wrong with a file is told of that file alone. */
    void addBadOnes() throws IOException {
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

    List<String> arguments(String name, String place, String... more) {
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

    OneMachine alone(String... more) {
        return OneMachine.run(work, arguments("alone", logs.toString(), more));
    }

    LoggedProcess shared(Cluster cluster, String place, List<String> options, String... more) {
        return cluster.submit(work, options, arguments("shared", place, more).toArray(String[]::new));
    }

    Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(work.resolve(name).resolve("mine"))) {
            for (Path entry : entries.toList()) {
                files.put(entry.getFileName().toString(), Files.readString(entry));
            }
        }
        return files;
    }

    static List<String> memory(String most) {
        return List.of("--executor-memory", most);
    }
}

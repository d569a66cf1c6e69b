package io.bellamy.logfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are the log of a run, and how they are unpacked. */
class LogSearchTest {

    private static final Path LOGS = Path.of("src/test/resources/spark-logs");

    @TempDir
    private Path folder;

    private Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private Path write(String name, String content) throws IOException {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(LogSource source) throws IOException {
        StringBuilder text = new StringBuilder();
        for (LogPart part : source.parts()) {
            try (InputStream in = part.text()) {
                text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void everyCodecIsKnownByContentWhateverTheName() throws IOException {
        List<Path> logs;
        try (var files = Files.walk(LOGS)) {
            logs = files.filter(file -> file.getFileName().toString().matches("(app-|events_).*"))
                    .toList();
        }
        assertThat(logs).hasSize(12);
        for (Path log : logs) {
            Path renamed = write("log.lz4", Files.readAllBytes(log));
            assertThat(text(LogSearch.in(List.of(renamed)).sources().get(0)))
                    .as(log.toString())
                    .startsWith("{\"Event\":\"SparkListenerLogStart\"")
                    .contains("\"Event\":\"SparkListenerApplicationStart\"");
        }
        Path twice = write("twice", Zstd.compress(gzip("inside")));
        assertThat(text(LogSearch.in(List.of(twice)).sources().get(0))).isEqualTo("inside");
    }

    @Test
    void aFrameCutShortGivesItsLeadingLines() throws IOException {
        byte[] whole = Zstd.compress("one\ntwo\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        Path cut = write("cut", Arrays.copyOf(whole, whole.length - 10));
        assertThat(text(LogSearch.in(List.of(cut)).sources().get(0))).startsWith("one\ntwo\n");
    }

    @Test
    void whatUnpacksOutOfAllProportionIsStopped() throws IOException {
        Path bomb = write("bomb", Zstd.compress(new byte[100_000_000]));
        LogPart part = LogSearch.in(List.of(bomb)).sources().get(0).parts().get(0);
        try (InputStream in = part.text()) {
            assertThatThrownBy(() -> in.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("unpacks to more than");
        }
    }

    @Test
    void aRollingFolderIsOneLogByNumberFromItsLastCompactedPart() throws IOException {
        for (int part : new int[] {10, 9, 2, 1}) {
            write("eventlog_v2_app-1/events_" + part + "_app-1", part + ";");
        }
        write("eventlog_v2_app-1/appstatus_app-1.inprogress", "");
        write("eventlog_v2_app-1/.events_1_app-1.crc", "crc");
        LogSource gap = LogSearch.in(List.of(folder)).sources().get(0);
        assertThat(text(gap)).isEqualTo("1;2;9;10;");
        assertThat(gap.whole()).isFalse();
        assertThat(gap.remarks()).containsExactly("part 3 to 8 is missing");
        write("eventlog_v2_app-1/events_9_app-1.compact", "compact;");
        LogSource compacted = LogSearch.in(List.of(folder)).sources().get(0);
        assertThat(text(compacted)).isEqualTo("compact;10;");
        assertThat(compacted.whole()).isTrue();
        assertThat(compacted.compacted()).isTrue();
    }

    @Test
    void partsOfDatabricksAreInOrderOfTheirNumbersAndOfOneRun() throws IOException {
        String head =
                "{\"Event\":\"DBCEventLoggingListenerMetadata\",\"Spark Version\":\"3.2.1\",\"Rollover Number\":%d,"
                        + "\"SparkContext Id\":%d}\n";
        // west of Greenwich the names of a night go backwards where clocks are set back
        write("c/eventlog-2026-11-01--01-30.gz", gzip(head.formatted(1, 7) + "b\n"));
        write("c/eventlog-2026-11-01--01-45.gz", gzip(head.formatted(0, 7) + "a\n"));
        write("c/eventlog", head.formatted(2, 7) + "c\n");
        write("d/eventlog-2026-11-01--01-30.gz", gzip(head.formatted(1, 8) + "y\n"));
        write("d/eventlog", head.formatted(0, 9) + "z\n");
        List<LogSource> found = LogSearch.in(List.of(folder)).sources();
        assertThat(found).hasSize(3);
        assertThat(text(found.get(0)).replaceAll("\\{.*\n", "")).isEqualTo("a\nb\nc\n");
        assertThat(found).extracting(LogSource::whole).containsExactlyInAnyOrder(true, true, false);
    }

    @Test
    void archivesAreReadWhereTheyLieAndTheirNamesLeadNowhere() throws IOException {
        Path zip = folder.resolve("logs.bin");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of(
                    "eventlog_v2_a/events_2_a.zstd", "eventlog_v2_a/events_1_a.zstd", "../../escaped", "other.gz")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.endsWith("gz") ? gzip(name) : Zstd.compress(name.getBytes(StandardCharsets.UTF_8)));
            }
        }
        List<LogSource> found = LogSearch.in(List.of(zip)).sources();
        assertThat(found)
                .extracting(source -> source.place().substring(folder.toString().length() + 1))
                .containsExactlyInAnyOrder("logs.bin!../../escaped", "logs.bin!eventlog_v2_a", "logs.bin!other.gz");
        for (LogSource source : found) {
            String expected = source.parts().size() == 2
                    ? "eventlog_v2_a/events_1_a.zstdeventlog_v2_a/events_2_a.zstd"
                    : source.place().substring(source.place().indexOf('!') + 1);
            assertThat(text(source)).isEqualTo(expected);
        }
        assertThat(folder.getParent().resolve("escaped")).doesNotExist();
        Path damaged = write("damaged.zip", Arrays.copyOf(Files.readAllBytes(zip), 100));
        assertThat(LogSearch.in(List.of(damaged)).unread()).singleElement().satisfies(file -> assertThat(file.place())
                .endsWith("damaged.zip"));
    }

    @Test
    void linksBelowAFolderAreNotFollowedAndTheSameFileCountsOnce() throws IOException {
        Path real = write("elsewhere/log", "x");
        Path searched = Files.createDirectories(folder.resolve("searched"));
        Files.createSymbolicLink(searched.resolve("link"), real);
        assertThat(LogSearch.in(List.of(searched)).sources()).isEmpty();
        assertThat(LogSearch.in(List.of(real, real.getParent())).sources()).hasSize(1);
        Path linked = Files.createSymbolicLink(folder.resolve("named"), real.getParent());
        assertThat(LogSearch.in(List.of(linked)).sources()).hasSize(1);
    }
}

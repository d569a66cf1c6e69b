package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The launcher prepares the classes of the program once. */
@DisabledOnOs(OS.WINDOWS)
class ClassArchiveTest extends LauncherCases {

    @Test
    void preparesClassesOnceForEachJavaAndAgainAfterEachBuild() throws Exception {
        launch();
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
        assertThat(launch()).isEqualTo(PREPARING + "prepared and started\n");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        assertThat(launch()).isEqualTo("prepared and started\n");
        Files.setLastModifiedTime(
                home.resolve("target/bellamy.jar"), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(launch()).isEqualTo(PREPARING + "prepared and started\n");
    }

    /** Java 24 and later would warn at each start; the archive must be made with the same options, or it does not fit. */
    @Test
    void whatLibrariesDoIsAllowedWhereJavaWouldWarnOfIt() throws Exception {
        String allowed = "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";
        script(
                folder.resolve("jdk/bin/java"),
                JAVA.replace("echo classes >", "echo \"$*\" >").replace("echo \"${archive", "echo \"$* ${archive"));
        assertThat(launch()).contains("started").doesNotContain(allowed);
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        assertThat(launch()).contains("started", allowed);
        assertThat(entries(home.resolve("target")))
                .filteredOn(entry -> entry.toString().endsWith(".jsa"))
                .filteredOn(archive -> contentOf(archive.toFile()).contains(allowed))
                .hasSize(1);
    }

    @Test
    void severalFirstStartsPrepareOnce() throws Exception {
        launch();
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
        List<Process> starts = List.of(start(), start(), start());
        for (Process start : starts) {
            assertThat(told(start)).endsWith("prepared and started\n");
        }
        assertThat(folder.resolve("archives")).hasContent("archive\narchive");
    }

    @Test
    void startsWithoutPreparedClassesWhereThereCanBeNone() throws Exception {
        script(folder.resolve("jdk/bin/java"), JAVA.replace("echo classes >\"$archive\"", "exit 1"));
        assertThat(launch()).isEqualTo(BUILDING + PREPARING + "started\n");
        assertThat(launch()).isEqualTo("started\n");
        Files.delete(folder.resolve("jdk/release"));
        script(
                folder.resolve("jdk/bin/java"),
                JAVA.replace(
                        "case \"$*", "[ \"$1\" != -version ] || { echo 'openjdk version \"17\"'; exit; }\ncase \"$*"));
        assertThat(launch()).isEqualTo("started\n");
    }

    @Test
    void archivesOfAJavaThatIsGoneDoNotPileUp() throws Exception {
        for (int update = 1; update <= 4; update++) {
            Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0." + update + "\"\n");
            launch();
        }
        assertThat(entries(home.resolve("target")))
                .filteredOn(entry -> entry.toString().endsWith(".jsa"))
                .hasSize(2);
    }
}

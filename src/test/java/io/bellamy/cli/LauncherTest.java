package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher in a folder of its own, with a Java and a Maven that only say that they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String GOOD_MAVEN = """
            #!/bin/sh
            if [ "$1" = -v ]; then echo "Apache Maven 3.8.7"; exit; fi
            printf '\\033[0m'
            echo build >>builds
            touch target/bellamy.jar target/classpath
            """;

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void copy() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.createDirectories(home.resolve("data/c3o"));
        Files.writeString(home.resolve("data/c3o/dataset.yml"), "");
        Files.createDirectories(home.resolve("data/mine"));
        script(home.resolve("bellamy"), Files.readString(Path.of("bellamy")));
        script(folder.resolve("jdk/bin/java"), "#!/bin/sh\necho started\n");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        script(folder.resolve("bin/mvn"), GOOD_MAVEN);
    }

    @Test
    void buildsOnceAndAgainForADescriptionThatIsPackedButNotForTheUsersOwn() throws Exception {
        assertThat(launch()).isEqualTo("bellamy: building, which takes a minute the first time\nstarted\n");
        FileTime later = FileTime.from(Instant.now().plusSeconds(60));
        for (String own : new String[] {"data/mine/dataset.yml", "data/mine/runs.tsv", "data/c3o/grep.tsv"}) {
            Files.setLastModifiedTime(Files.writeString(home.resolve(own), "new"), later);
        }
        assertThat(launch()).isEqualTo("started\n");
        Files.setLastModifiedTime(home.resolve("data/c3o/dataset.yml"), later);
        launch();
        assertThat(home.resolve("builds")).hasContent("build\nbuild");
    }

    @Test
    void anOldOrBrokenMavenOrJavaGivesOneClearLine() throws Exception {
        script(folder.resolve("bin/mvn"), "#!/bin/sh\necho 'Apache Maven 3.6.0 (97c98ec64a1; 2018-10-24)'\n");
        assertThat(launch())
                .isEqualTo("bellamy: mvn is Maven 3.6.0: Maven 3.6.3 or later is needed to build Bellamy\n");
        script(folder.resolve("bin/mvn"), "#!/bin/sh\necho 'no JAVA_HOME' >&2\necho more >&2\nexit 1\n");
        assertThat(launch())
                .isEqualTo("bellamy: mvn does not work, it says: no JAVA_HOME; install Maven 3.6.3 or later\n");
        script(
                folder.resolve("bin/mvn"),
                GOOD_MAVEN.replace("echo build", "echo '[ERROR] broken'; exit 1; echo build"));
        assertThat(launch())
                .endsWith("[ERROR] broken\nbellamy: the build failed: see above\n")
                .doesNotContain("\033");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"1.8.0_392\"\n");
        assertThat(launch()).endsWith("/jdk/bin/java is Java 8: a JDK 17 or later is needed\n");
    }

    /** What it writes, to either stream. */
    private String launch() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bellamy").toString()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (old, first) -> first + ":" + old);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isEqualTo(told.endsWith("started\n") ? 0 : 1);
        return told;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

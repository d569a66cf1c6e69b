package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The real launcher in a folder of its own, with a Java and a Maven that only say that they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest extends LauncherCases {

    @Test
    void buildsOnceAndAgainForADescriptionThatIsPackedButNotForTheUsersOwn() throws Exception {
        assertThat(launch()).isEqualTo(BUILDING + PREPARING + "prepared and started\n");
        FileTime later = FileTime.from(Instant.now().plusSeconds(60));
        for (String own : new String[] {"data/mine/dataset.yml", "data/mine/runs.tsv", "data/c3o/grep.tsv"}) {
            Files.setLastModifiedTime(Files.writeString(home.resolve(own), "new"), later);
        }
        assertThat(launch()).isEqualTo("prepared and started\n");
        Files.setLastModifiedTime(home.resolve("data/c3o/dataset.yml"), later);
        launch();
        assertThat(home.resolve("builds")).hasContent("build\nbuild");
    }

    @Test
    void whereMavenFindsNothingToDoItIsNotAskedAgain() throws Exception {
        launch();
        Path jar = home.resolve("target/bellamy.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(3600)));
        script(folder.resolve("bin/mvn"), GOOD_MAVEN.replace("touch target/bellamy.jar\n", ""));
        launch();
        launch();
        assertThat(home.resolve("builds")).hasContent("build\nbuild");
    }

    /** The second comes where all files are there but the build is not over; that it waits lets the first go on. */
    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void severalFirstStartsBuildOnceAndNoneRunsHalfABuild() throws Exception {
        Path made = pipe("made");
        Path waits = pipe("waits");
        script(
                folder.resolve("bin/mvn"),
                GOOD_MAVEN + "echo >" + made + "\ncat " + waits + "\ntouch target/lib/last.jar\n");
        Process builder = start();
        assertThat(Files.readString(made)).isNotEmpty();
        script(
                folder.resolve("bin/flock"),
                "#!/bin/sh\nif mkdir " + folder.resolve("once") + "; then echo >" + waits
                        + " & fi >/dev/null 2>&1\nexec /usr/bin/flock \"$@\"\n");
        script(
                folder.resolve("jdk/bin/java"),
                JAVA.replace("#!/bin/sh\n", "#!/bin/sh\n[ -e ${0%/jdk/*}/home/target/lib/last.jar ] || exit 1\n"));
        try {
            assertThat(told(start())).endsWith("prepared and started\n");
            assertThat(told(builder)).startsWith(BUILDING).endsWith("prepared and started\n");
        } finally {
            builder.destroyForcibly();
        }
        assertThat(home.resolve("builds")).hasContent("build");
    }

    @Test
    void aBuildThatWasBrokenOffIsMadeAgainWhateverItLeft() throws Exception {
        script(folder.resolve("bin/mvn"), GOOD_MAVEN + "kill -9 $PPID\n");
        assertThat(start().waitFor()).isNotZero();
        script(folder.resolve("bin/mvn"), GOOD_MAVEN);
        assertThat(launch()).startsWith(BUILDING).endsWith("prepared and started\n");
        assertThat(home.resolve("builds")).hasContent("build\nbuild");
        assertThat(launch()).isEqualTo("prepared and started\n");
    }

    @Test
    void aBuildOfWhoShowsNothingToOthersIsForOthersToRun() throws Exception {
        script(folder.resolve("bin/mvn"), GOOD_MAVEN + "cd target/lib\ntouch part.jar\nchmod 600 part.jar\n");
        told(start(List.of("sh", "-c", "umask 077 && exec \"$0\"")));
        Path target = home.resolve("target");
        assertThat(modes(target, target.resolve("lib"))).containsOnly("rwxr-xr-x");
        Path archive = entries(target).stream()
                .filter(entry -> entry.toString().endsWith(".jsa"))
                .findFirst()
                .orElseThrow();
        assertThat(modes(target.resolve("bellamy.jar"), target.resolve("lib/part.jar"), archive))
                .containsOnly("rw-r--r--");
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

    @Test
    void isQuietWhereItIsAskedToBeAndTellsObjectsWhereTheseAreAskedFor() throws Exception {
        assertThat(told(start("--quiet"))).isEqualTo("prepared and started\n");
        Files.delete(home.resolve("target/bellamy.jar"));
        assertThat(told(start("predict", "--log-format", "json")).lines())
                .hasSize(3)
                .last()
                .isEqualTo("prepared and started");
        Files.delete(home.resolve("target/bellamy.jar"));
        assertThat(told(start("--log-format=json")))
                .contains("\"level\":\"INFO\",\"loggerName\":\"bellamy\",\"formattedMessage\":\"building, ")
                .doesNotContain("bellamy: ");
        assertThat(home.resolve("builds")).hasContent("build\nbuild\nbuild");
    }

    @Test
    void aLimitOfOpenFilesThatIsTooLowIsRefusedBeforeAnyWork() throws Exception {
        assertThat(told(start(List.of("sh", "-c", "ulimit -n 127 && exec \"$0\""))))
                .isEqualTo(
                        "bellamy: no more than 127 files may be open, but Bellamy needs 128: raise the limit (ulimit -n)\n");
        assertThat(told(start(List.of("sh", "-c", "ulimit -n 128 && ulimit -S -n 40 && exec \"$0\""))))
                .as("Java raises what may be raised")
                .endsWith("started\n");
    }

    @Test
    void aFolderThatJavaCanNotNameIsRefused() throws Exception {
        Path colon = Files.move(home, folder.resolve("a:b"));
        home = colon;
        assertThat(launch())
                .isEqualTo("bellamy: Java takes a colon for the end of a path, but " + colon.toRealPath()
                        + " has one: move Bellamy to a folder without\n");
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private static List<String> modes(Path... files) throws IOException {
        List<String> modes = new ArrayList<>();
        for (Path file : files) {
            modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        return modes;
    }
}

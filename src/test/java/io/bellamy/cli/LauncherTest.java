package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
            mkdir -p target/lib
            touch target/bellamy.jar
            """;

    /** Its archive of classes is a file with a word in it. */
    private static final String JAVA = """
            #!/bin/sh
            for argument; do
                case $argument in
                    -XX:SharedClassListFile=*) echo archive >>archives ;;
                    -XX:SharedArchiveFile=*) archive=${argument#*=} ;;
                esac
            done
            case "$*" in
                *-XX:DumpLoadedClassList=*) ;;
                *-Xshare:dump*) echo classes >"$archive" ;;
                *) echo "${archive:+prepared and }started" ;;
            esac
            """;

    private static final String BUILDING = "bellamy: building, which takes a minute the first time\n";
    private static final String PREPARING = "bellamy: preparing a faster start, which takes some seconds\n";

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
        script(folder.resolve("jdk/bin/java"), JAVA);
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        script(folder.resolve("bin/mvn"), GOOD_MAVEN);
    }

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

    /** The second comes where all files are there but the build is not over; that it waits lets the first go on. */
    @Test
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
    void archivesOfAJavaThatIsGoneDoNotPileUp() throws Exception {
        for (int update = 1; update <= 4; update++) {
            Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0." + update + "\"\n");
            launch();
        }
        assertThat(entries(home.resolve("target")))
                .filteredOn(entry -> entry.toString().endsWith(".jsa"))
                .hasSize(2);
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

    /** What it writes, to either stream. */
    private String launch() throws IOException, InterruptedException {
        return told(start());
    }

    private Process start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** Starts it by another program that gets the rest of the command line. */
    private Process start(List<String> starter, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(starter);
        command.add(home.resolve("bellamy").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (old, first) -> first + ":" + old);
        return builder.start();
    }

    private static String told(Process process) throws IOException, InterruptedException {
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isEqualTo(told.endsWith("started\n") ? 0 : 1);
        return told;
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static List<String> modes(Path... files) throws IOException {
        List<String> modes = new ArrayList<>();
        for (Path file : files) {
            modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        return modes;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the launcher share: a copy of the program with another Maven and Java. */
abstract class LauncherCases {

    static final String GOOD_MAVEN = """
            #!/bin/sh
            if [ "$1" = -v ]; then echo "Apache Maven 3.8.7"; exit; fi
            printf '\\033[0m'
            echo build >>builds
            mkdir -p target/lib
            touch target/bellamy.jar
            """;

    /** Its archive of classes is a file with a word in it. */
    static final String JAVA = """
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

    static final String BUILDING = "bellamy: building, which takes a minute the first time\n";

    static final String PREPARING = "bellamy: preparing a faster start, which takes some seconds\n";

    @TempDir
    Path folder;

    Path home;

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

    /** What it writes, to either stream. */
    String launch() throws IOException, InterruptedException {
        return told(start());
    }

    Process start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** Starts it by another program that gets the rest of the command line. */
    Process start(List<String> starter, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(starter);
        command.add(home.resolve("bellamy").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (old, first) -> first + ":" + old);
        return builder.start();
    }

    static String told(Process process) throws IOException, InterruptedException {
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isEqualTo(told.endsWith("started\n") ? 0 : 1);
        return told;
    }

    static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

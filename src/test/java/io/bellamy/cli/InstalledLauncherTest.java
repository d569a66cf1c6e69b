package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of an installation, with a Java that says how it was started. */
@DisabledOnOs(OS.WINDOWS)
class InstalledLauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            for word; do
                case $word in
                    -Dbellamy.home=* | -Dbellamy.natives=* | -XX:SharedArchiveFile=*) echo "$word" ;;
                esac
            done
            echo "LC_ALL=$LC_ALL"
            """;

    @TempDir
    private Path folder;

    private Path installation;

    /** What the launcher wrote, to either stream. */
    private record Launch(int exitCode, String told) {}

    @BeforeEach
    void install() throws IOException, InterruptedException {
        installation = Files.createDirectory(folder.toRealPath().resolve("in stalled"));
        Process composed = new ProcessBuilder(
                        "awk", "-v", "common=bellamy", "-f", "src/dist/bin/compose.awk", "src/dist/bin/bellamy")
                .start();
        String launcher = new String(composed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(composed.waitFor()).isZero();
        LauncherCases.script(installation.resolve("bin/bellamy"), launcher);
        LauncherCases.script(installation.resolve("runtime/bin/java"), JAVA);
        Files.createDirectories(installation.resolve("lib"));
        for (String file : new String[] {
            "bellamy.jar", "lib/classes.jsa", "config.yml", "data/a.csv", "models/README.md", "examples/request.yml"
        }) {
            Files.createDirectories(installation.resolve(file).getParent());
            Files.writeString(installation.resolve(file), file);
        }
    }

    @Test
    void dataAndModelsAreInTheInstallationThroughALinkToo() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), installation.resolve("bin/bellamy"));
        Launch launch = launch(link, Map.of(), "predict");
        assertThat(launch.told())
                .contains("-Dbellamy.home=" + installation + "\n")
                .contains("-Dbellamy.natives=" + installation + "/lib/native\n")
                .contains("-XX:SharedArchiveFile=" + installation + "/lib/classes.jsa\n")
                .contains("LC_ALL=C.UTF-8");
        assertThat(launch.exitCode()).isZero();
    }

    @Test
    void aFolderThatIsNamedIsLaidOutOnceAndWhatIsInItIsKept() throws Exception {
        Path home = Files.createDirectories(folder.resolve("of mine/data")).getParent();
        Files.writeString(home.resolve("data/own.csv"), "own");
        Map<String, String> environment = Map.of("BELLAMY_HOME", home.toString());
        assertThat(launch(environment, "predict").told())
                .startsWith("bellamy: data, models and config.yml are in " + home + " from now on\n")
                .contains("-Dbellamy.home=" + home + "\n");
        assertThat(home.resolve("config.yml")).hasContent("config.yml");
        assertThat(home.resolve("models/README.md")).exists();
        try (Stream<Path> data = Files.list(home.resolve("data"))) {
            assertThat(data).containsExactly(home.resolve("data/own.csv"));
        }
        assertThat(launch(environment, "predict").told()).doesNotContain("bellamy: ");
    }

    /** Whose umask says who may read it. */
    @Test
    void severalFirstCommandsLayOutOneFolder() throws Exception {
        Path home = folder.resolve("home");
        Launch launch = launch(
                Path.of("/bin/sh"),
                Map.of("BELLAMY_HOME", home.toString()),
                "-c",
                "umask 077; for i in 1 2 3 4 5 6 7 8; do \"$0\" predict >/dev/null & done; wait; exec \"$0\" predict",
                installation.resolve("bin/bellamy").toString());
        assertThat(launch.exitCode()).as(launch.told()).isZero();
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> home.relativize(file).toString()))
                    .containsExactlyInAnyOrder("config.yml", "data/a.csv", "models/README.md", "examples/request.yml");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                .isEqualTo("rwx------");
    }

    @Test
    void aPackageHasThemInAFolderOfTheUsersOwn() throws Exception {
        Files.createFile(installation.resolve(".packaged"));
        Path home = folder.resolve(".local/share/bellamy");
        assertThat(launch(Map.of("HOME", folder.toString()), "predict", "--help")
                        .told())
                .contains("-Dbellamy.home=" + home + "\n");
        assertThat(home).doesNotExist();
        assertThat(launch(Map.of("HOME", folder.toString()), "--quiet", "predict")
                        .told())
                .doesNotContain("bellamy: ");
        assertThat(home.resolve("examples/request.yml")).exists();
        Path other = folder.resolve("other");
        launch(Map.of("HOME", folder.toString(), "XDG_DATA_HOME", other.toString()), "predict");
        assertThat(other.resolve("bellamy/config.yml")).exists();
        assertThat(launch(Map.of(), "predict"))
                .isEqualTo(new Launch(
                        2, "bellamy: there is no HOME to keep data and models in: set BELLAMY_HOME to a folder\n"));
    }

    @Test
    void whatIsDamagedOrCanNotBeWrittenIsTold() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Launch unwritable = launch(Map.of("BELLAMY_HOME", file.resolve("below").toString()), "predict");
        assertThat(unwritable.exitCode()).isEqualTo(1);
        assertThat(unwritable.told())
                .contains("bellamy: can't lay out " + file.resolve("below") + ": set BELLAMY_HOME");
        Files.delete(installation.resolve("bellamy.jar"));
        assertThat(launch(Map.of(), "predict"))
                .isEqualTo(new Launch(
                        1,
                        "bellamy: the installation in " + installation + " is damaged: unpack or install it anew\n"));
    }

    private Launch launch(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return launch(installation.resolve("bin/bellamy"), environment, arguments);
    }

    private Launch launch(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Launch(process.waitFor(), told);
    }
}

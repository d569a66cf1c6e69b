package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher, installed by root, run by a user who may write nothing but a folder of models. */
class InstalledByAnotherTest {

    private static final int USER = 65534;

    @TempDir
    private Path folder;

    private Installation installation;
    private OwnFolder own;

    /** What a command wrote, and its exit code. */
    private record Told(int exitCode, String out, String err) {}

    @BeforeEach
    void install() throws IOException, InterruptedException {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "only root becomes another user");
        installation = Installation.in(folder);
        own = OwnFolder.in(Files.createDirectory(folder.resolve("users")));
        assertThat(new ProcessBuilder(
                                "chown",
                                "-R",
                                String.valueOf(USER),
                                own.folder().toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void anotherUserPretrainsAndPredictsWhateverTheHome() throws Exception {
        List<String> before = installation.contents();
        Told help = run(Map.of(), "--help");
        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(help.out()).startsWith("Usage: bellamy");
        assertThat(help.err()).isEmpty();

        Told pretrained =
                run(Map.of("HOME", "/nowhere/at/all"), own.arguments("pretrain", "-a", "wordcount", "--quiet"));
        assertThat(pretrained.exitCode()).as(pretrained.err()).isZero();
        assertThat(pretrained.err()).isEmpty();
        assertThat(Path.of(pretrained.out().strip())).isDirectory();
        Told again = run(
                Map.of(
                        "HOME",
                        "/",
                        "DJL_CACHE_DIR",
                        own.folder().resolve("cache").toString()),
                own.arguments("pretrain", "-a", "sort", "--quiet"));
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).isEmpty();
        assertThat(own.folder().resolve("cache/bellamy/pytorch")).isDirectory();

        Path request = Files.copy(OwnFolder.STORED.resolve("request.yml"), folder.resolve("request.yml"));
        Told answer = run(
                Map.of("LC_ALL", "POSIX"),
                own.arguments("predict", "-a", "wordcount", "-o", "json", "-r", request.toString()));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(new ObjectMapper().readTree(answer.out()).get("predictions")).hasSize(7);
        assertThat(installation.contents()).isEqualTo(before);
    }

    /** Whoever puts a library where another user's programs look for one does not run it there. */
    @Test
    void nativeCodeThatAnotherUserMayHavePlantedIsNotRun() throws Exception {
        Path planted = Files.createDirectories(folder.resolve("planted/bellamy/pytorch"));
        Files.writeString(planted.resolve("libdjl_torch.so"), "not ours");
        Told refused = run(
                Map.of("DJL_CACHE_DIR", folder.resolve("planted").toString()),
                own.arguments("pretrain", "-a", "wordcount", "--quiet"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains(folder.resolve("planted").toRealPath().toString(), "another user", "set DJL_CACHE_DIR to")
                .hasLineCount(1);
    }

    @Test
    void aBuildThatIsOlderThanTheSourcesRunsWhereItMayNotBeWritten() throws Exception {
        Files.createDirectories(installation.home().resolve("src/main"));
        Path pom = Files.writeString(installation.home().resolve("pom.xml"), "");
        Files.setLastModifiedTime(pom, FileTime.from(Instant.now().plusSeconds(60)));
        Told version = run(Map.of("HOME", "/"), "--version");
        assertThat(version.exitCode()).as(version.err()).isZero();
        assertThat(version.out()).startsWith("bellamy ");
        assertThat(version.err())
                .isEqualTo("bellamy: the sources are newer than the build in "
                        + installation.home().toRealPath().resolve("target")
                        + ", which you may not write: the build that is there runs\n");
        assertThat(run(Map.of(), "--version", "--logging-level", "ERROR").err()).isEmpty();
    }

    @Test
    void whatTheUserGivesToJavaWinsOrIsRefused() throws Exception {
        Told other = run(Map.of("BELLAMY_JAVA_OPTS", "-XX:+UseParallelGC -Xmx60m"), "--version");
        assertThat(other.exitCode()).as(other.err()).isZero();
        assertThat(other.out()).startsWith("bellamy ");
        assertThat(other.err()).isEmpty();

        Told refused = run(Map.of("BELLAMY_JAVA_OPTS", "-XX:+NoSuchThing"), "--version");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith("bellamy: Java refuses BELLAMY_JAVA_OPTS (-XX:+NoSuchThing): ")
                .hasLineCount(1);
    }

    @Test
    void dataThatDoNotFitIntoTheMemoryEndInOneLineThatSaysWhatToSet() throws Exception {
        StringBuilder rows = new StringBuilder("nodes,runtime,machine,size\n");
        for (int row = 0; row < 100_000; row++) {
            rows.append("4,60,machine").append(row).append(',').append(row + 1).append('\n');
        }
        Files.writeString(own.folder().resolve("data/own/runs.csv"), rows);
        String line =
                "the memory is full \\(Java may use \\d+ MB\\): give it more, for example BELLAMY_JAVA_OPTS=-Xmx1g";
        for (String format : List.of("text", "json")) {
            Told full = run(
                    Map.of("BELLAMY_JAVA_OPTS", "-Xmx10m"),
                    own.arguments("pretrain", "-a", "wordcount", "--log-format", format));
            assertThat(full.exitCode()).as(full.err()).isEqualTo(1);
            assertThat(full.out()).isEmpty();
            assertThat(full.err()).hasLineCount(1).containsPattern(line);
            assertThat(full.err()).startsWith(format.equals("json") ? "{" : "bellamy: the memory");
        }
    }

    private Told run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "--inh-caps=-all", "--"));
        command.add(installation.home().resolve("bellamy").toString());
        command.addAll(Stream.of(arguments).toList());
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), out, Files.readString(err));
    }
}

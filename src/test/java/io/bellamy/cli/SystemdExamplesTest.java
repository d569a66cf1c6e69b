package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The units of examples/systemd, where systemd is. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SystemdExamplesTest {

    private static final Path UNITS = Path.of("examples/systemd");
    private static final Pattern EXPOSURE = Pattern.compile("Overall exposure level for bellamy.service: ([0-9.]+)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ExecStart=/opt/bellamy/bellamy serve (.*)$");

    @TempDir
    private Path folder;

    /** What a program said. */
    private record Said(int exitCode, String text) {}

    private static Said run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @BeforeEach
    void needsSystemd() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd is here");
    }

    @Test
    void theUnitsAreInOrderAndMayDoLittle() throws Exception {
        Path service = folder.resolve("bellamy.service");
        Files.writeString(
                service,
                Files.readString(UNITS.resolve("bellamy.service"))
                        .replace("/opt/bellamy/bellamy serve", "/bin/true serve"));
        Files.copy(UNITS.resolve("bellamy.socket"), folder.resolve("bellamy.socket"));
        Said verified = run(
                "systemd-analyze",
                "verify",
                service.toString(),
                folder.resolve("bellamy.socket").toString());
        assertThat(verified.exitCode()).as(verified.text()).isZero();
        assertThat(verified.text()).doesNotContain("bellamy");
        Said security = run("systemd-analyze", "security", "--offline=true", service.toString());
        Matcher exposure = EXPOSURE.matcher(security.text());
        assertThat(exposure.find()).as(security.text()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThan(1.5);
    }

    @Test
    void itAnswersOnASocketThatIsHandedOverAndRefusesNobodyBeforeItIsThere() throws Exception {
        OwnFolder own = OwnFolder.in(folder).withModels();
        Matcher command = COMMAND.matcher(Files.readString(UNITS.resolve("bellamy.service")));
        assertThat(command.find()).isTrue();
        int port;
        try (ServerSocket free = new ServerSocket()) {
            free.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            port = free.getLocalPort();
        }
        Path err = folder.resolve("err");
        try (BellamyProcess served = BellamyProcess.startUnder(
                List.of("systemd-socket-activate", "--inetd", "-l", "127.0.0.1:" + port, "-E", "PATH"),
                err,
                List.of(own.arguments("serve", command.group(1).split(" "))))) {
            served.awaitTold("Listening");
            // the first request is what starts it
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            // Java gives standard error up with a socket that was handed over
            served.awaitTold("readyz 200");
            served.askToEnd();
            assertThat(served.exitCode()).as(served.err()).isZero();
        }
    }

    /** Without network or rights, as under the unit, and through a socket of one user alone, who may record. */
    @Test
    void aSocketAmongFilesIsHandedOverTooAndNeedsNoNetwork() throws Exception {
        assumeTrue(run("unshare", "--net", "setpriv", "--no-new-privs", "true").exitCode() == 0, "root runs this");
        OwnFolder own = OwnFolder.in(folder).withModels();
        Path socket = folder.resolve("socket");
        Path err = folder.resolve("err");
        List<String> starter = List.of(
                "systemd-socket-activate",
                "--inetd",
                "-l",
                socket.toString(),
                "-E",
                "PATH",
                "unshare",
                "--net",
                "setpriv",
                "--no-new-privs",
                "--bounding-set=-all");
        try (BellamyProcess process =
                BellamyProcess.startUnder(starter, err, List.of(own.arguments("serve", "--inherit")))) {
            process.awaitTold("Listening");
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            ServedFolder served = new ServedFolder(own, process, "http://localhost", HttpClient.newHttpClient());
            assertThat(
                            served.throughSocket(
                                    "POST",
                                    "/v1/runs?training_target=own",
                                    "{\"algorithm\":\"sort\",\"scale_out\":4,\"runtime\":40,\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}"))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"recorded\" : 1");
            process.askToEnd();
            assertThat(process.exitCode()).as(process.err()).isZero();
        }
    }
}

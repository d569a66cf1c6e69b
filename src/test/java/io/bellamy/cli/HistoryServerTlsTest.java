package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** History servers behind TLS, whose certificates an authority of one's own vouches for. */
class HistoryServerTlsTest extends HistoryServerCases {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", new String(PASSWORD), "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Makes a key for a name, with its certificate beside as PEM. */
    private Path key(String file, String name) throws IOException, InterruptedException {
        Path store = folder.resolve(file + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=history",
                "-ext",
                "SAN=" + name,
                "-keystore",
                store.toString());
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "a",
                "-keystore",
                store.toString(),
                "-file",
                folder.resolve(file + ".pem").toString());
        return store;
    }

    private HttpsServer secure(Path store, Answer answer) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        answers(secure, answer);
        secure.start();
        return secure;
    }

    private static String address(HttpsServer who, String host) {
        return "https://" + host + ":" + who.getAddress().getPort();
    }

    @Test
    void aServerIsTrustedByTheAuthorityThatTheUserNamesAndByNoOther()
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = key("server", "ip:127.0.0.1");
        key("other", "ip:127.0.0.1");
        HttpsServer secure = secure(
                store, (exchange, path) -> path.contains("/logs") ? log("app-1") : list(application("app-1", "", 1)));
        try {
            String place = address(secure, "127.0.0.1");
            Bellamy unknown = run(place);
            assertThat(unknown.exitCode()).isEqualTo(1);
            assertThat(unknown.err()).contains("its certificate is not trusted").contains("--ca");
            Bellamy wrong = run(place, "--ca", folder.resolve("other.pem").toString());
            assertThat(wrong.exitCode()).isEqualTo(1);
            Bellamy otherName = run(
                    address(secure, "localhost"),
                    "--ca",
                    folder.resolve("server.pem").toString());
            assertThat(otherName.exitCode()).isEqualTo(1);
            assertThat(asked).isEmpty();
            assertThat(folder.resolve("data/mine/runs.csv")).doesNotExist();
            Bellamy trusted = run(place, "--ca", folder.resolve("server.pem").toString());
            assertThat(trusted.exitCode()).as(trusted.err()).isZero();
            assertThat(trusted.out()).contains("1 new");
        } finally {
            secure.stop(0);
        }
        Path none = Files.writeString(folder.resolve("none.pem"), "no certificate");
        Bellamy unusable = run("https://127.0.0.1:1", "--ca", none.toString());
        assertThat(unusable.exitCode()).isEqualTo(2);
        assertThat(unusable.err()).contains("none.pem").contains("certificate");
    }

    /** What was asked for in secret is not told in the open. */
    @Test
    void noRedirectionLeadsFromTlsToPlainHttp() throws IOException, GeneralSecurityException, InterruptedException {
        answers(other, (exchange, path) -> list());
        HttpsServer secure =
                secure(key("server", "ip:127.0.0.1"), (exchange, path) -> redirect(exchange, address(other) + path));
        try {
            Bellamy refused = run(
                    address(secure, "127.0.0.1"),
                    "--ca",
                    folder.resolve("server.pem").toString());
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("which is not followed");
            assertThat(asked).noneMatch(path -> path.startsWith("other"));
        } finally {
            secure.stop(0);
        }
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may ask {@code bellamy serve}, and where it may be reached. */
class ServeAccessTest extends OwnModelCases {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String RUN =
            "{\"algorithm\":\"sort\",\"scale_out\":4,\"runtime\":40,\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}";

    private Path file(String name, String text, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    @Test
    void withTokensOnlyWhoKnowsOneIsAnsweredAndMayRecord() throws Exception {
        Path tokens = file("tokens", "another-token-that-is-new\n" + TOKEN + "\n", "rw-------");
        KeyStore store = identity();
        try (ServedFolder plain = ServedFolder.of(
                own,
                "--token-file",
                tokens.toString(),
                "--tls-certificate",
                folder.resolve("certificate.pem").toString(),
                "--tls-key",
                folder.resolve("key.pem").toString())) {
            ServedFolder served = new ServedFolder(
                    own, plain.process(), plain.address().replace("127.0.0.1", "localhost"), trusting(store));
            assertThat(served.address()).startsWith("https://");
            assertThat(served.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(served.get("/openapi.json").statusCode()).isEqualTo(200);
            for (String path : List.of("/v1/jobs", "/v1/models", "/metrics")) {
                assertThat(served.get(path).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(asked(served, "Bearer " + TOKEN + "x")).isEqualTo(401);
            assertThat(asked(served, "Basic " + TOKEN)).isEqualTo(401);
            assertThat(asked(served, "Bearer " + TOKEN)).isEqualTo(200);
            assertThat(asked(served, "bearer another-token-that-is-new")).isEqualTo(200);
            renew(served, tokens);
            assertThat(served.process().err()).doesNotContain(TOKEN);
        }
    }

    /** Other tokens and certificates take the place of the old ones; what can't be read takes none. */
    private void renew(ServedFolder served, Path tokens) throws Exception {
        Files.writeString(tokens, "short\n");
        served.process().awaitTold("tokens: ");
        assertThat(asked(served, "Bearer " + TOKEN)).isEqualTo(200);
        Files.writeString(tokens, "another-token-that-is-new\n");
        served.process().awaitTold("tokens read anew");
        assertThat(asked(served, "Bearer " + TOKEN)).isEqualTo(401);
        assertThat(asked(served, "Bearer another-token-that-is-new")).isEqualTo(200);
        Path key = folder.resolve("key.pem");
        String before = Files.readString(key);
        Files.delete(folder.resolve("store.p12"));
        KeyStore next = identity();
        String after = Files.readString(key);
        Files.writeString(key, before);
        served.process().awaitTold("it is the key of another certificate");
        Files.writeString(key, after);
        served.process().awaitTold("certificates read anew");
        ServedFolder trusted = new ServedFolder(own, served.process(), served.address(), trusting(next));
        assertThat(trusted.get("/healthz").statusCode()).isEqualTo(200);
    }

    private static int asked(ServedFolder served, String authorization) throws Exception {
        return served.client()
                .send(
                        served.to("/v1/runs?training_target=own")
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(RUN))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private KeyStore identity() throws Exception {
        Path file = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=bellamy",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-storetype",
                        "PKCS12")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        pem("certificate.pem", "CERTIFICATE", store.getCertificate("a").getEncoded());
        pem("key.pem", "PRIVATE KEY", store.getKey("a", PASSWORD).getEncoded());
        return store;
    }

    private void pem(String name, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        file(name, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n", "rw-------");
    }

    private static HttpClient trusting(KeyStore identity) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", identity.getCertificate("a"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--listen 0.0.0.0:0 | --listen: '0.0.0.0:0' is reached from other machines: give --token-file",
                "--listen somewhere | --listen: 'somewhere' must be an address and a port",
                "--listen 99999 | --listen: '99999' must be an address and a port",
                "--listen 0 --token-file open | open: others may read or change it: chmod 600",
                "--listen 0 --token-file short | short:2: a token must have from 16",
                "--listen 0 --token-file empty | empty: has no token",
                "--listen 0 --token-file none | none: there is no such file",
                "--listen 0 --tls-key short | --tls-certificate and --tls-key must be given together",
                "--listen 0 --tls-certificate short --tls-key short | short: must have certificates as PEM",
                "--socket short | there is something else of this name",
                "--inherit --socket s | --inherit: must not be given beside",
                "--inherit | --inherit: standard input is no socket that listens",
                "--listen 0 --workers 0 | --workers: '0' must be a whole number"
            })
    void whatIsNotSafeIsRefusedAtTheStart(String options, String message) throws IOException {
        file("open", TOKEN, "rw-r--r--");
        file("short", "\nabc\n", "rw-------");
        file("empty", "\n\n", "rw-------");
        String[] arguments = options.replaceAll("(open|short|empty|none|--socket s)$", "$1")
                .replaceAll("(?<= )(open|short|empty|none|s)(?= |$)", folder + "/$1")
                .split(" ");
        Bellamy refused = Bellamy.run(own.arguments("serve", arguments));
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(refused.err()).contains(message);
        assertThat(refused.out()).isEmpty();
    }
}

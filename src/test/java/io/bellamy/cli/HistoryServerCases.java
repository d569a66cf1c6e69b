package io.bellamy.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bellamy.eventlog.SparkLogText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of history servers share: two of them, whose answers each test gives. */
abstract class HistoryServerCases {

    private static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit --class C app.jar";

    @TempDir
    Path folder;

    final List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer server;
    HttpServer other;

    /** Answers a request for what is below the folder of the server. */
    @FunctionalInterface
    interface Answer {
        byte[] to(HttpExchange exchange, String path) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        other.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        other.stop(0);
    }

    void answers(HttpServer who, Answer answer) {
        who.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add((who == other ? "other " : "") + path + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = answer.to(exchange, path);
            if (exchange.getResponseCode() < 0) {
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            }
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    static byte[] refuse(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        return new byte[0];
    }

    static byte[] redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        return refuse(exchange, 302);
    }

    static String address(HttpServer who) {
        return "http://127.0.0.1:" + who.getAddress().getPort();
    }

    Bellamy run(String place, String... more) {
        List<String> all = new ArrayList<>(List.of("import", "spark", place, "--into", "mine"));
        all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        all.addAll(List.of(more));
        return Bellamy.run(all.toArray(String[]::new));
    }

    static String application(String id, String attempt, long updated) {
        return "{\"id\":\"" + id + "\",\"attempts\":[{"
                + (attempt.isEmpty() ? "" : "\"attemptId\":\"" + attempt + "\",") + "\"endTime\":\"t" + updated
                + "\",\"lastUpdatedEpoch\":" + updated + "}]}";
    }

    static byte[] list(String... applications) {
        return ("[" + String.join(",", applications) + "]").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String id, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(id));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static byte[] log(String id) throws IOException {
        return zip(id, SparkLogText.run("orders", id, 2, Map.of(), SUBMIT).text());
    }
}

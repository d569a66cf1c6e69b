package io.bellamy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code bellamy serve} in a process of its own, on a folder of one's own, asked over real HTTP.
 *
 * @param own its data and models
 * @param process that answers
 * @param address that it has told
 * @param client that asks
 */
record ServedFolder(OwnFolder own, BellamyProcess process, String address, HttpClient client) implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String YAML = "application/yaml";

    /** A request about a job of the folder; it names all that the command line would. */
    static final String REQUEST =
            "{\"training_target\":\"own\",\"algorithm\":\"wordcount\",\"min_scale_out\":2,\"max_scale_out\":8,"
                    + "\"essential_properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}";

    /** Starts it, and waits until it listens. */
    static ServedFolder of(OwnFolder own, String... more) throws IOException, InterruptedException {
        return by(own, OwnFolder.with(own.arguments("serve", "--listen", "0"), more));
    }

    /** The same of any data set in a folder, by the command line as it is. */
    static ServedFolder by(OwnFolder own, String... arguments) throws IOException, InterruptedException {
        Path out = own.folder().resolve("serve.out");
        Path err = own.folder().resolve("serve.err");
        BellamyProcess process = BellamyProcess.startInto(out, err, List.of(arguments));
        while (!Files.readString(out).contains("\n")) {
            process.awaitTold("");
            Thread.sleep(20);
        }
        return new ServedFolder(
                own, process, Files.readString(out).lines().findFirst().orElseThrow(), HttpClient.newHttpClient());
    }

    /** A request for a path, to go on with. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(to(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                to(path).header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** What is predicted, where it is. */
    JsonNode predicted() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/v1/predict", YAML, REQUEST);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body() + process.err());
        }
        return JSON.readTree(answer.body());
    }

    /** The same from the command line. */
    Bellamy predictedByCommand(String... more) {
        return Bellamy.runWithInput(REQUEST, OwnFolder.with(own.arguments("predict", "-o", "json", "-r", "-"), more));
    }

    /** What is still to be sent, when something has been done. */
    @FunctionalInterface
    interface Rest {
        String whenDone() throws Exception;
    }

    /** Sends the beginning of a request, then does something, then sends the rest. */
    String raw(String begin, Rest rest) throws Exception {
        URI uri = URI.create(address);
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()))) {
            channel.write(ByteBuffer.wrap(begin.getBytes(StandardCharsets.UTF_8)));
            return exchange(channel, rest.whenDone());
        }
    }

    /** Sends bytes as they are to the address, and gives all that comes back. */
    String raw(String text) throws IOException {
        URI uri = URI.create(address);
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()))) {
            return exchange(channel, text);
        }
    }

    /** A request through the socket of the folder, and all that comes back. */
    String throughSocket(String method, String path, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(own.folder().resolve("socket")));
            return exchange(
                    channel,
                    method + " " + path
                            + " HTTP/1.1\r\nHost: any\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\n"
                            + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
        }
    }

    private static String exchange(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (channel.read(buffer) >= 0) {
            answer.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** The age of a model passes between two answers. */
    static String ageless(String document) {
        return document.replaceAll("(\"age_seconds\" ?: ?)\\d+", "$10");
    }

    @Override
    public void close() {
        process.close();
    }
}

package io.bellamy.cli;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The service in a process of its own.
 *
 * @param process that it is
 * @param address where it is reached
 * @param out its standard output
 */
record LoadedService(Process process, String address, Path out) {

    /** Starts it by the launcher. */
    static LoadedService start(Path folder, String launcher, String... more) throws IOException, InterruptedException {
        Path out = folder.resolve("serve.out");
        List<String> command = new ArrayList<>(List.of(launcher, "serve", "--listen", "0", "--quiet"));
        if (!List.of(more).contains("--data-dir")) {
            command.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        }
        command.addAll(List.of("--models-dir", folder.resolve("models").toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("serve.err").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        while (!Files.readString(out).contains("\n")) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("serve.err")));
            }
            Thread.sleep(20);
        }
        return new LoadedService(
                process, Files.readString(out).lines().findFirst().orElseThrow(), out);
    }

    /** After a collection: megabytes of the heap that are used, and of the process in memory. */
    String memory() throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        String metrics = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address + "/metrics")).build(), BodyHandlers.ofString())
                .body();
        double heap = metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        return String.format(Locale.ROOT, "heap %.1f MB, process %.0f MB", heap / (1 << 20), resident());
    }

    /** Records a run through its socket; the status. */
    int record(Path socket) throws IOException {
        String run =
                "{\"algorithm\":\"grep\",\"id\":\"load\",\"scale_out\":4,\"runtime\":100,\"properties\":{\"machine_type\":\"c4.2xlarge\","
                        + "\"data_size_MB\":15150,\"job_args\":\"computer\",\"data_characteristics\":\"100 150000000 .5\"}}";
        String request = "POST /v1/runs?training_target=c3o HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + run.length() + "\r\n\r\n" + run;
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(
                    "full: " + answer.substring(answer.indexOf("\r\n\r\n")).replaceAll("\\s+", " "));
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    private double resident() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        }
    }

    /** How long it has kept a processor busy. */
    long processorMillis() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /** Asks it to end, and gives its exit code. */
    int end() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }
}

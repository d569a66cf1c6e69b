package io.bellamy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Requests at a steady rate, whether or not those before are answered; a request's time counts from the moment at which it was
 * to be sent, so that what a slow answer holds up counts too.
 */
final class LoadTraffic {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MACHINES = List.of("c4.2xlarge", "m4.2xlarge", "r4.2xlarge");
    private static final int KINDS = 60;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private final URI address;
    private final Histogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3);
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> open = new ConcurrentLinkedQueue<>();
    private int sent;

    /**
     * What came of a request.
     *
     * @param kind which of the requests it was
     * @param status of the answer; 0 where there was none
     * @param body of the answer, or why there was none
     */
    record Told(int kind, int status, String body) {}

    LoadTraffic(String address) {
        this.address = URI.create(address + "/v1/predict");
    }

    /** One of some requests that differ. */
    static String request(int kind) {
        return String.format(
                Locale.ROOT,
                "{\"training_target\":\"c3o\",\"algorithm\":\"grep\",\"min_scale_out\":2,\"max_scale_out\":12,\"max_runtime\":%d,"
                        + "\"essential_properties\":{\"machine_type\":\"%s\",\"job_args\":\"computer\",\"data_size_MB\":%d,\"data_characteristics\":\"100 150000000 .5\"}}",
                90 + kind % 4,
                MACHINES.get(kind % MACHINES.size()),
                12_000 + 211 * kind);
    }

    /** Sends so many a second until somebody says that it is over. */
    LoadTraffic send(int perSecond, java.util.function.BooleanSupplier over) {
        long begin = System.nanoTime();
        int before = sent;
        while (!over.getAsBoolean()) {
            long due = begin + TimeUnit.SECONDS.toNanos(1) * (sent - before) / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            one(sent++ % KINDS, due);
        }
        return this;
    }

    /** The same for some seconds; all are answered when it returns. */
    LoadTraffic send(int perSecond, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return send(perSecond, () -> System.nanoTime() >= end).awaitAll();
    }

    private void one(int kind, long due) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(request(kind)))
                .build();
        open.add(client.sendAsync(request, BodyHandlers.ofString())
                .handle((HttpResponse<String> answer, Throwable failure) -> {
                    micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
                    told.add(
                            answer == null
                                    ? new Told(kind, 0, String.valueOf(failure))
                                    : new Told(kind, answer.statusCode(), answer.body()));
                    return null;
                }));
        while (open.peek() != null && open.peek().isDone()) {
            open.poll();
        }
    }

    LoadTraffic awaitAll() {
        CompletableFuture.allOf(open.toArray(new CompletableFuture<?>[0])).join();
        return this;
    }

    /** How many there were of each status. */
    Map<Integer, Integer> statuses() {
        Map<Integer, Integer> counts = new TreeMap<>();
        told.forEach(one -> counts.merge(one.status(), 1, Integer::sum));
        return counts;
    }

    /** What those were told that were not answered. */
    Set<String> failures() {
        Set<String> why = new HashSet<>();
        told.stream()
                .filter(one -> one.status() != 200)
                .forEach(one -> why.add(one.status() + " " + one.body().replaceAll("\\s+", " ")));
        return why;
    }

    /** By model, data and request all that was answered; more than one text is one too many. */
    Map<String, Map<Integer, Set<String>>> answers() throws java.io.IOException {
        Map<String, Map<Integer, Set<String>>> answers = new HashMap<>();
        for (Told one : told) {
            if (one.status() == 200) {
                JsonNode answer = JSON.readTree(one.body());
                answers.computeIfAbsent(made(answer), key -> new HashMap<>())
                        .computeIfAbsent(one.kind(), key -> new HashSet<>())
                        .add(ServedFolder.ageless(one.body()));
            }
        }
        return answers;
    }

    /** Of which model and data an answer is; where another model would be published if it were whole, it says so. */
    static String made(JsonNode answer) {
        return answer.path("model_version").asText() + " "
                + answer.path("data_sha256").asText()
                + " " + answer.path("warnings");
    }

    /** The counts and percentiles in words. */
    String summary() {
        List<String> parts = new ArrayList<>(List.of(told.size() + " requests", "statuses " + statuses()));
        for (double percentile : List.of(50.0, 99.0, 99.9, 100.0)) {
            parts.add(String.format(
                    Locale.ROOT, "p%s %.2f ms", percentile, micros.getValueAtPercentile(percentile) / 1000.0));
        }
        return String.join(", ", parts);
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What changes, or breaks, while {@code bellamy serve} answers: no answer is lost, or made of two halves. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServeChangesTest extends OwnModelCases {

    private static final int BETWEEN_LOOKS_MILLIS = 20;

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    /** Of what an answer is made, without what is asked. */
    private static String made(JsonNode answer) {
        return answer.path("model_version").asText() + " "
                + answer.path("data_sha256").asText();
    }

    private static String status(ServedFolder served) throws IOException, InterruptedException {
        return ServedFolder.JSON
                .readTree(served.get("/readyz").body())
                .path("status")
                .asText();
    }

    @Test
    void modelsAndDataAreTakenUpAmidRequestsAndEveryAnswerIsOfOneOfEach() throws Exception {
        try (ServedFolder served = ServedFolder.of(own)) {
            Map<String, Set<String>> answers = new ConcurrentHashMap<>();
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService asking = Executors.newFixedThreadPool(2);
            Callable<Void> client = () -> {
                while (!over.get()) {
                    JsonNode answer = served.predicted();
                    answers.computeIfAbsent(made(answer), key -> ConcurrentHashMap.newKeySet())
                            .add(ServedFolder.ageless(answer.toString()));
                }
                return null;
            };
            Future<Void> one = asking.submit(client);
            Future<Void> other = asking.submit(client);
            String first = made(served.predicted());
            Bellamy before = served.predictedByCommand();
            own.addRun("4,44.1,small,4000");
            await(() -> !made(served.predicted()).equals(first));
            String second = made(served.predicted());
            Bellamy between = served.predictedByCommand();
            assertThat(own.pretrain("-a", "wordcount", "--force").exitCode()).isZero();
            await(() -> !made(served.predicted()).equals(second));
            Bellamy after = served.predictedByCommand();
            over.set(true);
            one.get();
            other.get();
            asking.shutdown();
            // whatever was answered in between is what the command line says of that very model and data
            assertThat(answers).hasSize(3).allSatisfy((key, said) -> assertThat(said)
                    .hasSize(1));
            for (Bellamy command : Set.of(before, between, after)) {
                JsonNode answer = ServedFolder.JSON.readTree(command.out());
                assertThat(answers.get(made(answer))).containsExactly(ServedFolder.ageless(answer.toString()));
            }
        }
    }

    @Test
    void aDamagedPublicationIsToldOfAndTheModelBeforeAnswers() throws Exception {
        try (ServedFolder served = ServedFolder.of(own)) {
            String before = made(served.predicted());
            Path model = own.wordcount()
                    .resolve(Files.readString(own.wordcount().resolve("latest")).strip())
                    .resolve("ensemble.json");
            byte[] whole = Files.readAllBytes(model);
            Files.writeString(model, "{");
            await(() -> status(served).equals("degraded"));
            assertThat(made(served.predicted())).isEqualTo(before);
            assertThat(served.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(served.get("/readyz").body()).contains("ensemble.json");
            assertThat(served.get("/metrics").body())
                    .contains("bellamy_job_damaged{algorithm=\"wordcount\",training_target=\"own\"} 1.0");
            assertThat(served.process().err()).contains("ensemble.json", "what was read before answers");
            Files.write(model, whole);
            await(() -> status(served).equals("ready"));
        }
    }

    @Test
    void brokenDataLeaveTheAnswersAsTheyWere() throws Exception {
        try (ServedFolder served = ServedFolder.of(own)) {
            String before = made(served.predicted());
            own.addRun("four,44.1,small,4000");
            await(() -> status(served).equals("degraded"));
            assertThat(served.get("/readyz").body()).contains("runs.csv:", "four");
            assertThat(made(served.predicted())).isEqualTo(before);
        }
    }

    @Test
    void whereThereIsNoRoomARunIsRefusedAndAnswersGoOn() throws Exception {
        Path prlimit = Path.of("/usr/bin/prlimit");
        assumeTrue(Files.isExecutable(prlimit), "there is no prlimit (util-linux)");
        String run =
                "{\"algorithm\":\"sort\",\"scale_out\":4,\"runtime\":40,\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}";
        try (ServedFolder served =
                ServedFolder.of(own, "--socket", folder.resolve("socket").toString())) {
            String before = made(served.predicted());
            limitFiles(prlimit, served, "0");
            String refused = served.throughSocket("POST", "/v1/runs?training_target=own", run);
            assertThat(refused).startsWith("HTTP/1.1 500").contains("can't record into");
            assertThat(made(served.predicted())).isEqualTo(before);
            limitFiles(prlimit, served, "unlimited");
            String taken = served.throughSocket("POST", "/v1/runs?training_target=own", run);
            assertThat(taken).startsWith("HTTP/1.1 200");
            assertThat(Files.readAllLines(own.folder().resolve("data/own/recorded.jsonl")))
                    .hasSize(1);
        }
    }

    /** How large a file may become that the service writes: what is beyond fails as on a disk that is full. */
    private static void limitFiles(Path prlimit, ServedFolder served, String bytes) throws Exception {
        Process limited = new ProcessBuilder(
                        prlimit.toString(),
                        "--pid",
                        Long.toString(served.process().pid()),
                        "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        assertThat(limited.waitFor()).isZero();
    }

    @Test
    void whatWasBegunIsAnsweredAfterASignalToStop() throws Exception {
        try (ServedFolder served = ServedFolder.of(own)) {
            String head =
                    "POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + ServedFolder.REQUEST.length() + "\r\n\r\n";
            String answer = served.raw(head, () -> {
                // which another connection finds begun: it came later and was answered
                served.get("/healthz");
                served.process().askToEnd();
                served.process().awaitTold("stopping");
                return ServedFolder.REQUEST;
            });
            assertThat(answer).startsWith("HTTP/1.1 200").contains("recommendation");
            assertThat(served.process().exitCode()).isZero();
        }
    }

    @Test
    void whatDoesNotFitIntoTheQueueIsRefusedAtOnceAndNothingIsLost() throws Exception {
        try (ServedFolder served = ServedFolder.of(own, "--workers", "1", "--queue", "1")) {
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                asked.add(served.client()
                        .sendAsync(
                                served.to("/v1/predict")
                                        .header("Content-Type", ServedFolder.YAML)
                                        .POST(HttpRequest.BodyPublishers.ofString(
                                                (ServedFolder.REQUEST + "\n").repeat(20)))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()));
            }
            Set<Integer> statuses = new TreeSet<>();
            for (CompletableFuture<HttpResponse<String>> one : asked) {
                statuses.add(one.get().statusCode());
                if (one.get().statusCode() == 503) {
                    assertThat(one.get().headers().firstValue("Retry-After")).contains("1");
                    assertThat(one.get().body()).contains("urn:bellamy:problem:busy");
                }
            }
            assertThat(statuses).containsExactly(200, 503);
        }
    }

    @Test
    void toldToStopItSaysSoFirstAndEndsWhatWasBegun() throws Exception {
        try (ServedFolder served = ServedFolder.of(own, "--drain", "2")) {
            served.predicted();
            served.process().askToEnd();
            await(() -> status(served).equals("stopping"));
            assertThat(served.get("/readyz").statusCode()).isEqualTo(503);
            int answered = 0;
            try {
                while (true) {
                    HttpResponse<String> answer = served.post("/v1/predict", ServedFolder.YAML, ServedFolder.REQUEST);
                    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
                    answered += answer.statusCode() == 200 ? 1 : 0;
                }
            } catch (IOException nobodyListens) {
                assertThat(answered).isPositive();
            }
            assertThat(served.process().exitCode()).isZero();
        }
    }
}

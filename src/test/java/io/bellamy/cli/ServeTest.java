package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bellamy serve} answers, over real HTTP, beside what the command line does. */
class ServeTest {

    private static final String TWO = ServedFolder.REQUEST + "\n"
            + ServedFolder.REQUEST.replace("\"max_scale_out\":8", "\"max_scale_out\":1") + "\n";

    @TempDir
    private static Path folder;

    private static ServedFolder served;

    @BeforeAll
    static void start() throws Exception {
        served = ServedFolder.of(
                OwnFolder.in(folder).withModels(),
                "--socket",
                folder.resolve("socket").toString(),
                "--allow-host",
                "bellamy.example");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        served.process().askToEnd();
        assertThat(served.process().exitCode()).isZero();
        assertThat(folder.resolve("socket")).doesNotExist();
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "explain", "each_candidate"})
    void aPredictionIsThatOfTheCommandLineToTheByte(String more) throws Exception {
        HttpResponse<String> answer = served.post("/v1/predict?" + more, ServedFolder.YAML, ServedFolder.REQUEST);
        Bellamy command =
                more.isEmpty() ? served.predictedByCommand() : served.predictedByCommand("--" + more.replace('_', '-'));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ServedFolder.ageless(answer.body())).isEqualTo(ServedFolder.ageless(command.out()));
        assertThat(Schemas.prediction().validate(ServedFolder.JSON.readTree(answer.body())))
                .isEmpty();
    }

    @Test
    void severalAreAnsweredInTheirPlacesWhateverIsWrongWithOne() throws Exception {
        HttpResponse<String> answer = served.post("/v1/predict", "application/x-ndjson", TWO);
        Bellamy command = Bellamy.runWithInput(TWO, served.own().arguments("predict", "-o", "json", "-r", "-"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ServedFolder.ageless(answer.body()).replace("request.jsonl:", "standard input:"))
                .isEqualTo(ServedFolder.ageless(command.out()));
        assertThat(Schemas.prediction().validate(ServedFolder.JSON.readTree(answer.body())))
                .isEmpty();
    }

    @Test
    void suggestionsChecksAndModelsAreThoseOfTheCommandLine() throws Exception {
        assertThat(served.post("/v1/suggest", ServedFolder.YAML, ServedFolder.REQUEST)
                        .body())
                .isEqualTo(Bellamy.runWithInput(
                                ServedFolder.REQUEST, served.own().arguments("suggest", "-o", "json", "-r", "-"))
                        .out());
        assertThat(served.post("/v1/check", ServedFolder.YAML, "training_target: own\nsince: 2026-01-01\n")
                        .body())
                .isEqualTo(Bellamy.run(served.own().arguments("check", "--since", "2026-01-01", "-o", "json"))
                        .out());
        assertThat(ServedFolder.ageless(
                        served.get("/v1/models?training_target=own").body()))
                .isEqualTo(ServedFolder.ageless(
                        served.own().models("list", "-o", "json").out()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "predict | application/yaml | min_scale_out: x | 400 | invalid-input | min_scale_out",
                "predict | application/yaml | {training_target: own, algorithm: '../..', min_scale_out: 1, max_scale_out: 2} | 400 | invalid-input | algorithm",
                "predict | application/yaml | {training_target: own, algorithm: none, min_scale_out: 1, max_scale_out: 2} | 400 | invalid-input | ''",
                "predict | application/yaml | {training_target: other, algorithm: none, min_scale_out: 1, max_scale_out: 2} | 404 | nothing-to-work-with | ''",
                "predict | application/yaml | {prices: /etc/passwd} | 400 | invalid-input | prices",
                "predict | application/json | '{\"min_scale_out\": 1,' | 400 | invalid-input | ''",
                "predict | application/x-www-form-urlencoded | a=b | 415 | unsupported-media-type | Content-Type",
                "predict?explain=perhaps | application/yaml | a | 400 | invalid-input | explain",
                "predict?file=x | application/yaml | a | 400 | invalid-input | ''",
                "check | application/yaml | {training_target: own, since: never} | 400 | invalid-input | since",
                "check | application/yaml | {since: 3d, deadlines: {a: b}} | 400 | invalid-input | training_target",
                "picture?width=x | application/yaml | a | 400 | invalid-input | width",
                "report | application/yaml | '{deadlines: {wordcount: x}, prices: {per_hour: {a: b}}}' | 400 | invalid-input | training_target",
                "report | application/yaml | {training_target: own, algorithm: none} | 400 | invalid-input | ''",
                "check | application/yaml | {training_target: own, since: 3d, algorithm: none} | 400 | invalid-input | ''",
                "runs?training_target=own | application/json | {} | 403 | no-writing-here | ''",
                "nothing | application/json | {} | 404 | not-found | ''"
            })
    void whatIsWrongIsToldInParts(String path, String type, String body, int status, String kind, String key)
            throws Exception {
        HttpResponse<String> answer = served.post("/v1/" + path, type, body);
        JsonNode problem = ServedFolder.JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("type").asText()).isEqualTo("urn:bellamy:problem:" + kind);
        assertThat(problem.path("errors").findValuesAsText("key"))
                .containsAll(key.isEmpty() ? List.of() : List.of(key));
        assertThat(Schemas.of("problem").validate(problem)).isEmpty();
    }

    @Test
    void aProblemHasTheFactsOfTheMessage() throws Exception {
        JsonNode problem = ServedFolder.JSON.readTree(served.post(
                        "/v1/predict",
                        ServedFolder.YAML,
                        "training_target: own\nalgorithm: wordcount\nmin_scale_out: 5\nmax_scale_out: '1'\nmax_runtim: 1\n")
                .body());
        JsonNode first = problem.path("errors").path(0);
        assertThat(first.path("file").asText()).isEqualTo("request");
        assertThat(first.path("line").asInt()).isEqualTo(4);
        assertThat(first.path("value").asText()).isEqualTo("1");
        assertThat(first.path("message").asText()).contains("at least min_scale_out (5)");
        assertThat(problem.path("errors").path(1).path("remedy").asText()).contains("max_runtime");
        assertThat(problem.path("exit_code").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Host, evil.example, 421",
        "Host, localhost.evil.example, 421",
        "Host, bellamy.example, 200",
        "Host, LOCALHOST:1, 200",
        "Host, 10.1.2.3:80, 200",
        "Host, [::1]:8787, 200",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://localhost, 200",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200"
    })
    void pagesOfOthersAreNotAnswered(String header, String value, int status) throws IOException {
        String host = header.equals("Host") ? "" : "Host: localhost\r\n";
        String answer = served.raw(
                "GET /v1/jobs HTTP/1.1\r\n" + host + header + ": " + value + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\nno header\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /v1/%2e%2e/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n",
                "GET /v1/runs?training_target=%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /v1/runs?training_target=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "HELLO\r\n\r\n",
            })
    void whatIsNoRequestIsAProblemToo(String request) throws IOException {
        String answer = served.raw(request);
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("Jetty", "at org.", "<html");
    }

    @Test
    void picturesAndReportsAreThoseOfTheCommandLine() throws Exception {
        Path file = folder.resolve("answer.svg");
        served.predictedByCommand("--explain", "--plot", file.toString());
        HttpResponse<String> picture = served.post("/v1/picture", ServedFolder.YAML, ServedFolder.REQUEST);
        assertThat(picture.body()).isEqualTo(Files.readString(file));
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/svg+xml");
        JsonNode answer = served.predicted();
        assertThat(picture.headers().firstValue("Bellamy-Model-Version"))
                .contains(answer.path("model_version").asText());
        assertThat(picture.headers().firstValue("Bellamy-Data-Sha256"))
                .contains(answer.path("data_sha256").asText());
        assertThat(served.post("/v1/picture?width=400", ServedFolder.YAML, ServedFolder.REQUEST)
                        .body())
                .contains("viewBox=\"0 0 400 ");
        assertThat(served.post("/v1/report", ServedFolder.YAML, "{training_target: own, algorithm: wordcount}")
                        .body())
                .isEqualTo(Bellamy.run(served.own().arguments("report", "-a", "wordcount", "-o", "json"))
                        .out());
    }

    @Test
    void headersMayNotBeTooLargeNorBodies() throws Exception {
        assertThat(served.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        HttpResponse<String> streamed = served.client()
                .send(
                        served.to("/v1/predict")
                                .header("Content-Type", ServedFolder.YAML)
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(new byte[2 << 20])))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(streamed.statusCode()).isEqualTo(413);
    }

    @Test
    void openApiIsReadByOthersAndNamesWhatThereIs() throws Exception {
        String document = served.get("/openapi.json").body();
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(document, List.of(), options);
        assertThat(read.getMessages()).isEmpty();
        OpenAPI api = read.getOpenAPI();
        assertThat(api.getPaths().keySet())
                .contains("/v1/predict", "/v1/suggest", "/v1/check", "/v1/runs", "/v1/models", "/v1/jobs", "/metrics");
        assertThat(api.getPaths().get("/v1/predict").getPost().getOperationId()).isEqualTo("predict");
        JsonNode schemas = ServedFolder.JSON.readTree(document).at("/components/schemas");
        assertThat(ServedFolder.JSON.readTree(document).findValuesAsText("$ref"))
                .allMatch(reference -> schemas.has(reference.replace("#/components/schemas/", "")));
    }

    @Test
    void everyAnswerIsGuardedAndNothingIsSaidOfTheServer() throws Exception {
        HttpResponse<String> answer = served.get("/healthz");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "access-control-allow-origin");
        assertThat(served.get("/metrics").body())
                .contains("bellamy_model_info{algorithm=\"wordcount\"", "bellamy_http_requests_seconds_count");
        assertThat(Schemas.of("readiness")
                        .validate(
                                ServedFolder.JSON.readTree(served.get("/readyz").body())))
                .isEmpty();
        assertThat(served.process().err()).contains("GET /healthz 200").doesNotContain("essential_properties");
    }
}

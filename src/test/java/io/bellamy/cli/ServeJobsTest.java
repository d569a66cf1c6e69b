package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs and runs that {@code bellamy serve} knows of: what it lists, and what it records. */
class ServeJobsTest {

    private static final String RUN =
            "{\"algorithm\":\"sort\",\"id\":\"%s\",\"scale_out\":4,\"runtime\":40,\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":%s}}\n";

    @TempDir
    private static Path folder;

    private static ServedFolder served;

    /** One job has a model of its own, the other that of all together. */
    @BeforeAll
    static void start() throws Exception {
        OwnFolder own = OwnFolder.in(folder);
        assertThat(own.pretrain("-a", "all").exitCode()).isZero();
        PathUtils.deleteDirectory(own.models().resolve("own/sort"));
        served = ServedFolder.of(own, "--socket", folder.resolve("socket").toString());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void runsAreListedTheNewestFirst() throws Exception {
        String path = "/v1/runs?training_target=own&algorithm=wordcount";
        JsonNode runs = ServedFolder.JSON.readTree(served.get(path + "&limit=2").body());
        assertThat(Schemas.of("runs").validate(runs)).isEmpty();
        assertThat(runs.path("total").asInt()).isEqualTo(36);
        assertThat(runs.path("runs").findValuesAsText("runtime_seconds")).containsExactly("85.0", "86.4");
        assertThat(runs.at("/runs/0/properties/machine_type").asText()).isEqualTo("large");
        JsonNode last = ServedFolder.JSON.readTree(
                served.get(path + "&skip=35&limit=10").body());
        assertThat(last.path("runs").findValuesAsText("runtime_seconds")).containsExactly("68.5");
        for (String wrong : List.of("&limit=x", "&skip=-1", "&limit=10001", "&file=x")) {
            assertThat(served.get(path + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(served.get("/v1/runs?training_target=own&algorithm=none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsRecordedThroughTheSocketIsInTheNextAnswer() throws Exception {
        String asked = ServedFolder.REQUEST.replace("wordcount", "sort");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("socket"))))
                .isEqualTo("rw-------");
        String digest = served.post("/v1/predict", ServedFolder.YAML, asked).body();
        String path = "/v1/runs?training_target=own";
        assertThat(served.throughSocket("POST", path, RUN.formatted("a", 4000) + RUN.formatted("b", "\"4 Gb\"")))
                .startsWith("HTTP/1.1 422")
                .contains("4 Gb", "\"recorded\" : 1", "request.jsonl");
        assertThat(served.throughSocket("POST", path, RUN.formatted("a", 4000)))
                .startsWith("HTTP/1.1 200")
                .contains("\"unchanged\" : 1");
        String after = served.post("/v1/predict", ServedFolder.YAML, asked).body();
        assertThat(digest(after)).isNotEqualTo(digest(digest));
        assertThat(ServedFolder.ageless(after))
                .isEqualTo(ServedFolder.ageless(
                        Bellamy.runWithInput(asked, served.own().arguments("predict", "-o", "json", "-r", "-"))
                                .out()));
    }

    private static String digest(String answer) throws IOException {
        return ServedFolder.JSON.readTree(answer).path("data_sha256").asText();
    }

    @Test
    void theUsualRequestOfAJobCanBeAskedAsItIs() throws Exception {
        JsonNode jobs = ServedFolder.JSON.readTree(served.get("/v1/jobs").body());
        assertThat(Schemas.of("jobs").validate(jobs)).isEmpty();
        assertThat(jobs.path("jobs")).hasSize(2);
        assertThat(jobs.path("jobs").findValuesAsText("algorithm")).contains("wordcount", "sort");
        // its own, and not those of all together
        jobs.path("jobs").forEach(job -> assertThat(job.path("runs").asInt()).isBetween(36, 37));
        for (JsonNode job : jobs.path("jobs")) {
            JsonNode request = job.path("usual_request");
            HttpResponse<String> answer = served.post("/v1/predict", "application/json", request.toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(Schemas.of("request").validate(request)).isEmpty();
        }
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of {@code bellamy check} share: jobs of 50 nights, the last 14 of which are checked. */
abstract class CheckCases {

    static final ObjectMapper JSON = new ObjectMapper();

    static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    static final int NIGHTS = 50;

    static final LocalDate SINCE = FIRST.plusDays(36);

    @TempDir
    Path folder;

    NightlyJobs jobs;

    @BeforeEach
    void prepare() throws IOException {
        jobs = new NightlyJobs(folder);
    }

    void steady(String name) {
        jobs.job(name, "", FIRST, NIGHTS, 0, night -> night.shared(45, 0.6));
    }

    Bellamy check(String... more) {
        return jobs.bellamy(
                "check",
                Stream.concat(Stream.of("--since", SINCE.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    static JsonNode valid(Bellamy checked) throws IOException {
        JsonNode document = JSON.readTree(checked.out());
        assertThat(Schemas.of("check").validate(document)).isEmpty();
        return document;
    }

    static JsonNode job(JsonNode document, String name) {
        for (JsonNode job : document.get("jobs")) {
            if (job.get("name").asText().equals(name)) {
                return job;
            }
        }
        throw new AssertionError("no job " + name + " in " + document);
    }
}

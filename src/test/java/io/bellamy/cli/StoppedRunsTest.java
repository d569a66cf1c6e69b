package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories with runs that a time limit stopped, and with a release, from the files to the answer. */
class StoppedRunsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final String REQUEST = """
            min_scale_out: 4
            max_scale_out: 8
            essential_properties: {machine_type: %s, data_size_MB: 4000}
            """;

    @TempDir
    private Path folder;

    private OwnFolder own;
    private final List<String> rows = new ArrayList<>(List.of("nodes,runtime,machine,size,day,state"));

    /** Three machine types, a run each a day; from the twentieth day on the second takes 1.5 times as long. */
    @BeforeEach
    void history() throws IOException {
        own = OwnFolder.in(folder);
        Random random = new Random(3);
        for (int day = 0; day < 26; day++) {
            for (int type = 0; type < 3; type++) {
                int nodes = 4 + 2 * (day % 3);
                double factor = type == 1 && day >= 20 ? 1.5 : 1;
                row(
                        nodes,
                        (30 + 600.0 / nodes) * (1 + 0.3 * type) * factor * Math.exp(0.02 * random.nextGaussian()),
                        type,
                        day,
                        "ok");
            }
        }
        Replaced.inFile(
                folder.resolve("data/own/dataset.yml"),
                "  properties:\n",
                "  measured_at: {column: day}\n  stopped: {column: state, equals: timeout}\n  properties:\n");
    }

    private void row(int nodes, double seconds, int type, int day, String state) {
        rows.add(
                String.format(Locale.ROOT, "%d,%.2f,m%d,4000,%s,%s", nodes, seconds, type, START.plusDays(day), state));
    }

    private JsonNode predict(String machine) throws IOException {
        Files.write(folder.resolve("data/own/runs.csv"), rows);
        Bellamy outcome = Bellamy.runWithInput(
                REQUEST.formatted(machine),
                OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", "-"), "-o", "json"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        return answer;
    }

    private static double atFour(JsonNode answer) {
        return answer.at("/predictions/0/runtime_seconds").asDouble();
    }

    @Test
    void aStoppedRunTellsThatItWouldHaveTakenLongerAndNothingElse() throws IOException {
        row(8, 240, 4, 25, "ok");
        Files.write(folder.resolve("data/own/runs.csv"), rows);
        assertThat(own.pretrain("-a", "wordcount", "--quiet").exitCode()).isZero();
        double without = atFour(predict("m4"));
        row(4, 0.2 * without, 4, 26, "timeout");
        assertThat(atFour(predict("m4"))).isCloseTo(without, within(0.01 * without));
        double limit = 1.15 * without;
        row(4, limit, 4, 26, "timeout");
        assertThat(atFour(predict("m4"))).isGreaterThan(1.02 * limit);
        // as a finished run it would be the answer
        rows.set(rows.size() - 1, rows.get(rows.size() - 1).replace("timeout", "ok"));
        assertThat(atFour(predict("m4"))).isCloseTo(limit, within(0.03 * limit));
    }

    @Test
    void aReleaseIsToldAndStoppedRunsAloneAreNoData() throws IOException {
        Files.write(folder.resolve("data/own/runs.csv"), rows);
        assertThat(own.pretrain("-a", "wordcount", "--quiet").exitCode()).isZero();
        JsonNode change = predict("m1").at("/rests_on/level_change");
        assertThat(change.get("ratio").asDouble()).isCloseTo(1.5, within(0.12));
        assertThat(LocalDate.parse(change.get("since").asText())).isBetween(START.plusDays(19), START.plusDays(21));
        assertThat(predict("m0").get("rests_on").has("level_change")).isFalse();
        Bellamy text =
                Bellamy.runWithInput(REQUEST.formatted("m1"), own.arguments("predict", "-a", "wordcount", "-r", "-"));
        assertThat(text.out())
                .containsPattern("changed: this job takes \\d+ % longer since 2026-03-\\d+ than on 2026-03-");

        Files.writeString(
                folder.resolve("data/own/runs.csv"),
                "nodes,runtime,machine,size,day,state\n4,9,m0,1,2026-03-01,timeout\n");
        Bellamy none = own.pretrain("-a", "wordcount");
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("has no run that was not stopped");
    }

    /** One night may be chance: the answer holds what was and what may be, and says so. */
    @Test
    void aSlowNightIsLeftOpen() throws IOException {
        Files.write(folder.resolve("data/own/runs.csv"), rows);
        assertThat(own.pretrain("-a", "wordcount", "--quiet").exitCode()).isZero();
        assertThat(predict("m0").get("rests_on").has("possible_change")).isFalse();
        double before = atFour(predict("m0"));
        row(4, 1.6 * before, 0, 40, "ok");
        JsonNode answer = predict("m0");
        assertThat(answer.at("/predictions/0/interval/lower_seconds").asDouble())
                .isLessThan(before);
        assertThat(answer.at("/predictions/0/interval/upper_seconds").asDouble())
                .isGreaterThan(1.6 * before);
        assertThat(answer.get("rests_on").has("level_change")).isFalse();
        JsonNode possible = answer.at("/rests_on/possible_change");
        String day = START.plusDays(40).toString();
        assertThat(possible.get("since").asText()).isEqualTo(day);
        assertThat(possible.get("runs").asInt()).isEqualTo(1);
        assertThat(possible.get("ratio").asDouble()).isCloseTo(1.6, within(0.1));
        assertThat(answer.get("warnings").toString())
                .containsPattern("the newest run, of " + day + ", took 1.[56]\\d times as long as those before tell");
        rows.set(rows.size() - 1, rows.get(rows.size() - 1).replace("ok", "timeout"));
        row(4, 1.6 * before, 0, 41, "timeout");
        answer = predict("m0");
        assertThat(answer.at("/rests_on/possible_change/at_least").asBoolean()).isTrue();
        assertThat(answer.get("warnings").toString())
                .containsPattern("the newest 2 runs, since " + day + ", took at least 1.[56]\\d times as long");
        assertThat(predict("m2").get("rests_on").has("possible_change")).isFalse();
    }

    /** That a job hangs now and then is learned, by its own model and by that of all, and says nothing of its other runs. */
    @Test
    void whatHungMakesModelsStaleAndIsLearnedFrom() throws IOException {
        Files.write(folder.resolve("data/own/runs.csv"), rows);
        assertThat(own.pretrain("-a", "all", "--quiet").exitCode()).isZero();
        double before = atFour(predict("m0"));
        assertThat(stragglers("wordcount")).isZero();
        assertThat(stragglers("all")).isZero();
        for (int day : List.of(3, 9, 16, 25)) {
            row(4, 30 * before, 0, day, "timeout");
        }
        Files.write(folder.resolve("data/own/runs.csv"), rows);
        assertThat(own.pretrain("-a", "wordcount", "--quiet", "--if-stale").exitCode())
                .isZero();
        assertThat(stragglers("wordcount")).isBetween(0.01, 0.1);
        assertThat(atFour(predict("m0"))).isCloseTo(before, within(0.02 * before));
        assertThat(own.pretrain("-a", "all", "--quiet").exitCode()).isZero();
        assertThat(stragglers("all")).isBetween(0.01, 0.1);
    }

    /** The share of stragglers that the newest model believes in. */
    private double stragglers(String algorithm) throws IOException {
        Path versions = own.models().resolve("own").resolve(algorithm);
        Path newest =
                versions.resolve(Files.readString(versions.resolve("latest")).strip());
        return JSON.readTree(newest.resolve("ensemble.json").toFile())
                .findValue("scatter")
                .get("share")
                .asDouble();
    }
}

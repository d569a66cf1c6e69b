package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines of one type, or executors, of several sizes in one request. */
class MachineSizesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST = """
            min_scale_out: 2
            max_scale_out: 8
            essential_properties: {machine_type: small, data_size_MB: 4000}
            optional_properties_per_node: {slots: [4, 8], memory: 16000}
            """;

    @TempDir
    private static Path folder;

    private static OwnFolder own;

    @BeforeAll
    static void pretrain() throws IOException {
        own = pretrained(folder.resolve("both"), 8, 4);
    }

    /** With half of the slots everything but 20 s takes twice as long. */
    private static OwnFolder pretrained(Path folder, int... ofMachines) throws IOException {
        OwnFolder own = OwnFolder.in(Files.createDirectories(folder));
        List<String> rows = new ArrayList<>(List.of("nodes,runtime,machine,size,cores,mb"));
        for (int size : List.of(2000, 4000, 8000)) {
            for (int nodes : List.of(2, 4, 6, 8)) {
                for (int slots : ofMachines) {
                    rows.add(String.format(
                            Locale.ROOT,
                            "%d,%.2f,small,%d,%d,16000",
                            nodes,
                            20 + 0.8 * size / nodes / slots + 0.1 * (nodes % 3),
                            size,
                            slots));
                }
            }
        }
        return own.pretrainedOnSizes(rows);
    }

    private static Bellamy predict(String request, String... more) {
        return predict(own, request, more);
    }

    private static Bellamy predict(OwnFolder own, String request, String... more) {
        return Bellamy.runWithInput(
                request, OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", "-"), more));
    }

    private static JsonNode json(Bellamy outcome) throws IOException {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(Schemas.prediction().validate(answer)).isEmpty();
        return answer;
    }

    @Test
    void eachSizeAtEachScaleOutIsACandidate() throws IOException {
        JsonNode answer = json(predict(REQUEST, "-o", "json"));
        assertThat(answer.get("ranking")).hasSize(2 * 7).allSatisfy(candidate -> {
            double slots = candidate.at("/per_machine/slots").asInt();
            double truth = 20 + 0.8 * 4000 / candidate.get("scale_out").asInt() / slots;
            assertThat(candidate.get("runtime_seconds").asDouble()).isCloseTo(truth, within(0.1 * truth));
        });
        assertThat(answer.at("/recommendation/per_machine").toString()).isEqualTo("{\"slots\":\"8\"}");

        Bellamy text = predict(REQUEST);
        assertThat(text.out())
                .contains("per machine: slots 4", "per machine: slots 8", "recommended: 8 x small (slots 8)")
                .containsPattern("(?m)^rank +machine +scale-out");
        Bellamy csv = predict(REQUEST, "-o", "csv");
        assertThat(csv.out().lines().findFirst().orElseThrow()).contains(",error,per_machine,");
        assertThat(csv.out().lines().skip(1)).hasSize(14).allMatch(line -> line.matches(".*,slots [48],+"));
        assertThat(predict(REQUEST, "-o", "spark-submit").out()).contains("--executor-cores 8");
        Bellamy suggested = Bellamy.runWithInput(
                REQUEST, OwnFolder.with(own.arguments("suggest", "-a", "wordcount", "-r", "-"), "-o", "json"));
        assertThat(suggested.exitCode()).as(suggested.err()).isZero();
        JsonNode next = JSON.readTree(suggested.out());
        assertThat(Schemas.of("suggestion").validate(next)).isEmpty();
        assertThat(next.at("/measure_next/per_machine/slots").asText()).matches("[48]");
    }

    /** Of the last row, whose machines have 4 slots, where those of others have 8; all have as much memory. */
    @Test
    void theUsualRequestIsAboutMachinesAsThoseOfTheNewestRun() throws Exception {
        String[] usual = own.arguments("predict", "-a", "wordcount", "-o", "json");
        JsonNode answer = json(Bellamy.run(usual));
        assertThat(answer.get("filled_in"))
                .contains(JSON.readTree("{\"property\": \"slots\", \"value\": \"4 per machine x scale-out\","
                        + " \"from\": \"the newest run\"}"))
                .contains(JSON.readTree("{\"property\": \"memory\", \"value\": \"16000 per machine x scale-out\","
                        + " \"from\": \"24 runs on small\"}"));
        assertThat(answer.get("warnings").toString()).doesNotContain("slots");
        // 120 s with 8 slots
        double truth = 20 + 0.8 * 8000 / 8 / 4;
        assertThat(answer.at("/predictions/7/scale_out").asInt()).isEqualTo(8);
        assertThat(answer.at("/predictions/7/runtime_seconds").asDouble()).isCloseTo(truth, within(0.1 * truth));

        JsonNode given = json(Bellamy.run(OwnFolder.with(usual, "--property", "slots=64", "--scale-outs", "8")));
        assertThat(given.at("/request/optional_properties_per_node")).isEmpty();
        assertThat(given.at("/predictions/0/runtime_seconds").asDouble()).isCloseTo(120, within(12.0));
        JsonNode elsewhere = json(Bellamy.run(OwnFolder.with(usual, "--property", "machine_type=large")));
        assertThat(elsewhere.at("/request/optional_properties_per_node")).isEmpty();
        assertThat(elsewhere.get("warnings").toString())
                .contains("slots is unknown for this machine type and left out");

        try (ServedFolder served = ServedFolder.by(own, own.arguments("serve", "--listen", "0"))) {
            JsonNode jobs = JSON.readTree(served.get("/v1/jobs").body());
            assertThat(Schemas.of("jobs").validate(jobs)).isEmpty();
            JsonNode request = jobs.at("/jobs/0/usual_request");
            assertThat(Schemas.of("request").validate(request)).isEmpty();
            assertThat(JSON.readTree(served.post("/v1/predict", "application/json", request.toString())
                                    .body())
                            .get("predictions"))
                    .isEqualTo(answer.get("predictions"));
        }
    }

    /** Which of them is meant nobody knows but who asks. */
    @Test
    void aRequestThatLeavesTheSizeOutIsToldWhichThereAre() throws IOException {
        String request = REQUEST.replace("slots: [4, 8], ", "");
        JsonNode answer = json(predict(request, "-o", "json"));
        assertThat(answer.get("filled_in").toString()).doesNotContain("slots");
        assertThat(answer.get("warnings").toString())
                .contains("\"slots: runs of this machine type have 4 and 8 per machine; left out, so say which\"")
                .doesNotContain("unknown for this machine type");

        Path runs = folder.resolve("both/data/own/runs.csv");
        String before = Files.readString(runs);
        try {
            for (int slots : List.of(10, 2, 1, 3)) {
                own.addRun("2,900,small,4000," + slots + ",16000");
            }
            assertThat(predict(request).out()).contains(" have 1, 2, 3, 4, 8 and 10 per machine; ");
            own.addRun("2,900,small,4000,12,16000");
            assertThat(predict(request).out()).contains(" have 1, 2, 3, 4, 8 and 2 others per machine; ");
        } finally {
            Files.writeString(runs, before);
        }
    }

    @Test
    void theCheapestIsThatOfTheFewestSlotHours() throws IOException {
        JsonNode answer = json(predict(REQUEST, "-o", "json", "--objective", "cheapest"));
        assertThat(answer.at("/objective/currency").asText()).isEqualTo("slot-h");
        double last = 0;
        for (JsonNode candidate : answer.get("ranking")) {
            double cost = candidate.get("cost").asDouble();
            assertThat(cost)
                    .isGreaterThanOrEqualTo(last)
                    .isCloseTo(
                            candidate.at("/per_machine/slots").asInt()
                                    * candidate.get("scale_out").asInt()
                                    * Math.ceil(candidate.get("runtime_seconds").asDouble())
                                    / 3600,
                            within(1e-9));
            last = cost;
        }
        Bellamy priced = predict(REQUEST + "prices: {currency: USD, per_hour: {small: 1}}\n");
        assertThat(priced.exitCode()).isEqualTo(2);
        assertThat(priced.err()).contains("prices: are those of whole machines");
        Bellamy memory = predict(
                REQUEST.replace("slots: [4, 8], memory: 16000", "memory: [8000, 16000]"), "--objective", "cheapest");
        assertThat(memory.exitCode()).isEqualTo(2);
        assertThat(memory.err()).contains("the slots of a machine must be given");
    }

    @Test
    void sizesThatNoRunHadAreToldWithTheNearest() throws IOException {
        JsonNode answer =
                json(predict(REQUEST.replace("[4, 8], memory: 16000", "[7.8, 16], memory: 15.6"), "-o", "json"));
        List<String> warnings = new ArrayList<>();
        answer.get("machine_types")
                .forEach(one -> warnings.add(one.get("warnings").toString()));
        assertThat(warnings).hasSize(2).allSatisfy(text -> assertThat(text)
                .contains("memory: no run had 15.6 per machine, the nearest is 16000"));
        assertThat(warnings.get(0)).doesNotContain("slots: no run");
        assertThat(warnings.get(1)).contains("slots: no run had 16 per machine, the nearest is 8");
        assertThat(predict(REQUEST).out()).doesNotContain("no run had");
        // of a type that no run was on, but as large as others
        assertThat(predict(REQUEST.replace("small", "huge")).out()).doesNotContain("no run had");
    }

    /** Where all runs had as many slots, none tells whether half of them take as long or twice as long: both may be. */
    @Test
    void fewerSlotsThanAnyRunHadAreNoGift() throws IOException {
        OwnFolder alike = pretrained(folder.resolve("alike"), 8);
        JsonNode answer = json(predict(alike, REQUEST, "-o", "json"));
        for (JsonNode candidate : answer.get("ranking")) {
            int slots = candidate.at("/per_machine/slots").asInt();
            double work = 0.8 * 4000 / candidate.get("scale_out").asInt() / 8;
            double seconds = candidate.get("runtime_seconds").asDouble();
            if (slots == 8) {
                assertThat(seconds).isCloseTo(20 + work, within(0.1 * (20 + work)));
            } else {
                assertThat(seconds).isBetween(1.2 * (20 + work), 1.7 * (20 + work));
                assertThat(candidate.at("/interval/lower_seconds").asDouble()).isLessThan(20 + work);
                assertThat(candidate.at("/interval/upper_seconds").asDouble()).isGreaterThan(20 + 2 * work);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slots: [4, x]|optional_properties_per_node.slots[1]: 'x' must be a number",
                "slots: [4, 4.0]|optional_properties_per_node.slots[1]: '4.0' must be given once",
                "slots: []|optional_properties_per_node.slots: must list a value at least",
                "slots: [1,2,3,4,5,6,7,8], memory: [1,2,3,4,5,6,7]|optional_properties_per_node: must be at most 50 combinations",
                "slots: [[4]]|optional_properties_per_node.slots[0]: must be a single value",
            })
    void whatCannotBeComparedIsRefused(String sizes, String message) {
        Bellamy refused = predict(REQUEST.replace("slots: [4, 8], memory: 16000", sizes));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains(message);
    }
}

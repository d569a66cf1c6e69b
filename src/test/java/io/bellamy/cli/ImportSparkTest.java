package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.eventlog.SparkLogText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** From a folder of logs to a data set, and on to a prediction. */
class ImportSparkTest extends ImportCases {

    @Test
    void logsOfARealClusterBecomeADataSetThatIsPretrainedAndPredicts() throws IOException {
        Bellamy imported = run(LOGS.toString(), "-o", "json");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(Schemas.of("import").validate(new ObjectMapper().readTree(imported.out())))
                .isEmpty();
        String[] shown = {"algorithm", "scale_out", "data_size_MB", "job_args", "executors", "input_from", "left_out"};
        assertThat(cells(row("app-20261128220209-0000"), shown))
                .containsExactly("nightly-wordcount", "1", "3.429", "wordcount 6", "1", "first_reads", "");
        assertThat(cells(row("app-20261128220500-0005"), shown))
                .containsExactly("nightly-wordcount", "3", "8.977", "wordcount 6", "3", "first_reads", "");
        assertThat(cells(row("app-20261128220550-0006"), shown))
                .containsExactly("nightly-wordcount", "2", "3.429", "sort 6", "2", "first_reads", "");
        CSVRecord burst = row("app-20261128220643-0007");
        assertThat(cells(burst, "scale_out", "executors", "dynamic")).containsExactly("2", "3", "true");
        // the points are kept after the first round, and the report reads back what it wrote
        long points = Long.parseLong(row("app-20261128220752-0008").get("input_bytes"));
        assertThat(points).isBetween(1_068_000L, 1_500_000L);
        assertThat(Long.parseLong(row("app-20261128220752-0008").get("read_bytes")))
                .isGreaterThan(3 * points);
        assertThat(cells(row("app-20261128220846-0009"), "input_from", "algorithm"))
                .containsExactly("scanned_files", "report");
        assertThat(row("app-20261128220846-0009").get("input_bytes")).isEqualTo("1068000");
        assertThat(row("app-20261128220947-0010").get("left_out")).contains("it failed: its last job did");
        assertThat(row("app-20261128221018-0011").get("left_out")).contains("has no end");
        assertThat(row("local-1795903848251").get("left_out")).contains("local mode");
        assertThat(row("app-20261128220209-0000").get("arguments"))
                .isEqualTo("wordcount in/small.txt out/wordcount-2026-11-01 6");
        assertThat(Files.readString(mine().resolve("stages.csv")))
                .contains("app-20261128220209-0000,,0,0,mapToPair at Jobs.java");

        String[] places = {
            "-tt",
            "mine",
            "--data-dir",
            folder.resolve("data").toString(),
            "--models-dir",
            folder.resolve("models").toString(),
            "-a",
            "nightly-wordcount"
        };
        Bellamy trained =
                Bellamy.run(OwnFolder.with(new String[] {"pretrain", "--trials", "1", "--epochs", "2"}, places));
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        String request =
                "{min_scale_out: 1, max_scale_out: 4, essential_properties: {job_args: wordcount 6, data_size_MB: 3.429}}";
        Bellamy answer = Bellamy.runWithInput(request, OwnFolder.with(new String[] {"predict", "-r", "-"}, places));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("recommended: ").doesNotContain("filled in: machine_type", " on \n");
        assertExplained(request, places);
    }

    /** By the runs that it rests on, and by where their time went. */
    private void assertExplained(String request, String... places) throws IOException {
        String picture = folder.resolve("curve.svg").toString();
        String[] explain = OwnFolder.with(new String[] {"predict", "-r", "-", "--explain", "--plot", picture}, places);
        Bellamy text = Bellamy.runWithInput(request, explain);
        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .contains(
                        "the runs that it rests on most:",
                        "does not shrink with more executors; in the newest the longest task of stage");
        assertThat(Files.readString(Path.of(picture))).contains("does not shrink with more executors");
        Bellamy json = Bellamy.runWithInput(request, OwnFolder.with(explain, "-o", "json"));
        JsonNode answer = new ObjectMapper().readTree(json.out());
        assertThat(Schemas.of("prediction").validate(answer)).isEmpty();
        JsonNode time = answer.at("/explanation/time");
        assertThat(time.get("runs").asInt()).isBetween(2, 10);
        assertThat(time.get("does_not_shrink").asDouble())
                .isGreaterThan(0.2)
                .isLessThan(1)
                .isCloseTo(
                        Stream.of("waiting_for_executors", "without_tasks", "median_tasks", "skew")
                                .mapToDouble(share -> time.get(share).asDouble())
                                .sum(),
                        within(1e-9));
        JsonNode first = answer.at("/explanation/runs/0");
        assertThat(first.get("likeness").asDouble())
                .isGreaterThan(answer.at("/explanation/runs/1/likeness").asDouble() - 1e-12);
        assertThat(first.at("/properties/job_args").asText()).isEqualTo("wordcount 6");
    }

    @Test
    void importingAgainChangesNothingAddsWhatIsNewAndReplacesWhatHasGrown() throws IOException {
        String whole = SparkLogText.run("orders", "app-1", 2, Map.of(), SUBMIT).text();
        Path grown = log("app-1.inprogress", whole.substring(0, whole.lastIndexOf("{\"Event\":\"SparkListenerJobEnd")));
        log("app-2", SparkLogText.run("orders", "app-2", 3, Map.of(), SUBMIT).text());
        String logs = folder.resolve("logs").toString();
        assertThat(run(logs).exitCode()).isZero();
        assertThat(row("app-1").get("left_out")).contains("no end");
        Map<String, String> before = files();
        assertThat(run(logs).out()).contains("2 of them as before").contains("0 new, 0 changed, 2 as before");
        assertThat(files()).isEqualTo(before);

        Files.delete(grown);
        log("app-1", whole);
        log("app-3", SparkLogText.run("items", "app-3", 4, Map.of(), SUBMIT).text());
        assertThat(run(logs).out()).contains("1 new, 1 changed, 1 as before");
        assertThat(cells(row("app-1"), "algorithm", "left_out", "runtime_s")).containsExactly("orders", "", "12");
        assertThat(rows()).extracting(row -> row.get("application")).containsExactly("app-1", "app-2", "app-3");
        assertThat(Files.readString(mine().resolve("dataset.yml")))
                .contains("scale_out: {column: scale_out, of: executors}")
                .contains("\"orders\":")
                .contains("\"items\":");

        // rows stay when logs are gone, and rules that have changed hold for all logs that are there
        Files.delete(folder.resolve("logs/app-2"));
        Files.writeString(mine().resolve("import.yml"), "scale_out: cores\nruntime: job_time\n");
        String advice = "takes the scale-out for a number of executors, but it is one of cores: write there";
        assertThat(run(logs, "--dry-run").out()).contains(advice);
        Bellamy counted = run(logs);
        assertThat(counted.exitCode()).as(counted.err()).isZero();
        assertThat(counted.out()).contains(advice).contains("  scale_out: {column: scale_out, of: cores}");
        assertThat(rows()).extracting(row -> row.get("scale_out")).containsExactly("4", "3", "8");
        assertThat(row("app-1").get("runtime_s")).isEqualTo("8");
    }

    /** What is written last is what counts, so an import that was killed between two files is made good by the next one. */
    @Test
    void anImportThatWasKilledIsMadeGoodByTheNextOne() throws IOException {
        log("app-1", SparkLogText.run("orders", "app-1", 2, Map.of(), SUBMIT).text());
        log("app-2", SparkLogText.run("items", "app-2", 3, Map.of(), SUBMIT).text());
        String logs = folder.resolve("logs").toString();
        run(logs);
        Map<String, String> contents = contents();
        for (String killedBefore : List.of("runs.csv", "dataset.yml", "stages.csv")) {
            Files.delete(mine().resolve(killedBefore));
            Files.writeString(mine().resolve(".aside.01234567-0123-0123-0123-0123456789ab"), "half");
            if (killedBefore.equals("stages.csv")) {
                Files.delete(mine().resolve("runs.csv"));
            }
            assertThat(run(logs).exitCode()).isZero();
            assertThat(contents()).as(killedBefore).isEqualTo(contents);
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> entries = Files.list(mine())) {
            for (Path entry : entries.toList()) {
                contents.put(entry.getFileName().toString(), Files.readString(entry));
            }
        }
        return contents;
    }

    @Test
    void aDryRunWritesNothingAndShowsWhatComesOfIt() throws IOException {
        for (int i = 0; i < 6; i++) {
            log(
                    "app-" + i,
                    SparkLogText.run(
                                    "nightly-2026110" + (i + 1),
                                    "app-" + i,
                                    8,
                                    Map.of(),
                                    SUBMIT + " 2026-11-0" + (i + 1))
                            .text());
        }
        log("notes.txt", "not a log\n");
        Bellamy shown = run(folder.resolve("logs").toString(), "--dry-run");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("(nothing is written)")
                .containsPattern(
                        "nightly +6 +8 \\(6\\) +unknown +other numbers of executors are guesses: bellamy suggest")
                .contains("arguments of nightly: 1 (*) does not count: nothing but a date")
                .contains("notes.txt: is no event log of Spark");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void theDescriptionIsTheUsersAndOtherDataSetsAreNotTouched() throws IOException {
        log("app-1", SparkLogText.run("orders", "app-1", 2, Map.of(), SUBMIT).text());
        String logs = folder.resolve("logs").toString();
        run(logs);
        Path description = mine().resolve("dataset.yml");
        Files.writeString(description, Files.readString(description) + "citation: mine\n");
        String edited = Replaced.in(Files.readString(description), "citation: \"\"\n", "");
        Files.writeString(description, edited);
        log("app-2", SparkLogText.run("items", "app-2", 2, Map.of(), SUBMIT).text());
        Bellamy second = run(logs);
        assertThat(second.out()).contains("so add there yourself").contains("\"items\":");
        assertThat(Files.readString(description)).isEqualTo(edited);

        Files.delete(mine().resolve("import.yml"));
        Map<String, String> before = files();
        Bellamy refused = run(logs);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("no import made");
        before.remove(".lock");
        assertThat(files()).containsAllEntriesOf(before);
    }

    @Test
    void wrongUsageIsToldAtOnceAndNothingToImportIsNoSuccess() throws IOException {
        Bellamy wrong = Bellamy.run("import", "spark", "/no/such/place", "/nor/this", "--into", "../x");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--into").contains("/no/such/place").contains("/nor/this");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(run(empty.toString()).exitCode()).isEqualTo(3);
        log("note", "no log");
        Bellamy none = run(folder.resolve("logs").toString());
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.out()).contains("is no event log of Spark");
    }
}

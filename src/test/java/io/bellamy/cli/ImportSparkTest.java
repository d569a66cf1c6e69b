package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import io.bellamy.eventlog.SparkLogText;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of logs to a data set, and on to a prediction. */
class ImportSparkTest {

    private static final Path LOGS = Path.of("src/test/resources/spark-logs");
    private static final String SUBMIT = "org.apache.spark.deploy.SparkSubmit --class C app.jar";

    @TempDir
    private Path folder;

    private Bellamy run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("import", "spark", "--into", "mine"));
        all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        all.addAll(List.of(arguments));
        return Bellamy.run(all.toArray(String[]::new));
    }

    private Path mine() {
        return folder.resolve("data/mine");
    }

    private List<CSVRecord> rows() throws IOException {
        try (Reader in = Files.newBufferedReader(mine().resolve("runs.csv"))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    private CSVRecord row(String application) throws IOException {
        return rows().stream()
                .filter(row -> row.get("application").equals(application))
                .reduce((one, other) -> {
                    throw new AssertionError("twice: " + application);
                })
                .orElseThrow();
    }

    private static List<String> cells(CSVRecord row, String... columns) {
        return Stream.of(columns).map(row::get).toList();
    }

    /** A log of one's own making; every one is older than the one before, so that nothing depends on the clock. */
    private Path log(String name, String text) throws IOException {
        Path file = folder.resolve("logs").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_780_000_000_000L));
        return file;
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(mine())) {
            for (Path entry : entries.toList()) {
                files.put(entry.getFileName().toString(), Files.readString(entry) + Files.getLastModifiedTime(entry));
            }
        }
        return files;
    }

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
        assertThat(answer.out()).contains("recommended: ");
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
                .contains("\"orders\":")
                .contains("\"items\":");

        // rows stay when logs are gone, and rules that have changed hold for all logs that are there
        Files.delete(folder.resolve("logs/app-2"));
        Files.writeString(mine().resolve("import.yml"), "scale_out: cores\nruntime: job_time\n");
        assertThat(run(logs).exitCode()).isZero();
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

    /** One row that the pipeline refuses would keep it from reading all others. */
    @Test
    void numbersThatCannotBeLeaveARunOutAndNotTheOthers() throws IOException {
        String good = SparkLogText.run("orders", "app-1", 2, Map.of(), SUBMIT).text();
        log("good", good);
        log("far", good.replace("app-1", "app-2").replace("\"Timestamp\":17800", "\"Timestamp\":999999999917800"));
        log("huge", good.replace("app-1", "app-3").replace("\"Total Cores\":2", "\"Total Cores\":2000000000"));
        log("instant", good.replace("app-1", "app-4").replaceAll("(\"Timestamp\":178000)\\d+", "$10000000"));
        log("read", good.replace("app-1", "app-5").replace("5000000", "9223372036854775807"));
        assertThat(run(folder.resolve("logs").toString()).exitCode()).isZero();
        assertThat(row("app-4").get("left_out")).contains("its runtime (end_to_end) is not known");
        assertThat(row("app-5").get("left_out")).contains("the size of its input is unknown");
        Bellamy init = Bellamy.run(
                "init",
                "-tt",
                "mine",
                "-a",
                "orders",
                "--data-dir",
                folder.resolve("data").toString());
        assertThat(init.exitCode()).as(init.err()).isZero();
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
    void oneLogThatIsWrongKeepsNoOtherFromBeingImported() throws IOException {
        String whole = SparkLogText.run("orders", "app-1", 2, Map.of(), SUBMIT).text();
        log("good", whole);
        log("empty", "");
        log("binary", "\u0000\u0001\u0002\n\u0003\n\n\n\n\n\n");
        byte[] packed = Zstd.compress(whole.repeat(50).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("logs/cut.zstd"), Arrays.copyOf(packed, packed.length / 2));
        log("damaged.gz", "\u001f\u008bnothing");
        Files.write(
                folder.resolve("logs/damaged2.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3});
        log("headless", whole.substring(whole.indexOf("{\"Event\":\"SparkListenerEnvironmentUpdate")));
        Bellamy imported = run(folder.resolve("logs").toString(), "-o", "json");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(imported.out());
        assertThat(json.get("not_read").findValuesAsText("reason")).contains("is empty", "is no event log of Spark");
        assertThat(row("app-1").get("algorithm")).isEqualTo("orders");
        CSVRecord headless = row(folder.resolve("logs/headless").toRealPath().toString());
        assertThat(headless.get("remarks")).contains("does not say when it started");
        assertThat(headless.get("runtime_is")).isEqualTo("job_time");
    }

    @Test
    void ofSeveralAttemptsTheLastThatSucceededCountsAndCopiesCountOnce() throws IOException {
        String text = SparkLogText.run("orders", "application_1_1", 2, Map.of(), SUBMIT)
                .text();
        String marked = "\"User\":\"etl\"";
        for (int attempt = 1; attempt <= 3; attempt++) {
            String own = text.replace(marked, marked + ",\"App Attempt ID\":\"" + attempt + "\"");
            String ended = attempt == 3 ? own.replace("JobSucceeded", "JobFailed") : own;
            // the first one lost its end, which says nothing about the application
            log(
                    "a_" + attempt,
                    attempt == 1 ? ended.replaceAll("\\{\"Event\":\"SparkListenerApplicationEnd.*\n", "") : ended);
        }
        log("copy/a_2", Files.readString(folder.resolve("logs/a_2")));
        Bellamy imported = run(folder.resolve("logs").toString());
        assertThat(imported.out()).contains("3 new").contains("1 log of a run that another log tells");
        assertThat(rows())
                .extracting(row -> row.get("algorithm") + row.get("attempt") + row.get("left_out"))
                .containsExactly(
                        "1its log has no end: it goes on, was killed, or the log was cut off",
                        "orders2",
                        "3it failed: its last job did");
        Map<String, String> before = files();
        run(folder.resolve("logs").toString());
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatCannotBeLearnedFromIsLeftOutWithTheReason() throws IOException {
        Map<String, SparkLogText> logs = new TreeMap<>();
        logs.put("shell", SparkLogText.run("Spark shell", "app-1", 2, Map.of(), ""));
        logs.put(
                "streaming",
                SparkLogText.run("s", "app-2", 2, Map.of(), SUBMIT)
                        .line(
                                "{\"Event\":\"org.apache.spark.sql.streaming.StreamingQueryListener$QueryStartedEvent\"}"));
        logs.put(
                "exit",
                new SparkLogText()
                        .start("e", "app-3")
                        .executor("1", "a", 1, 0)
                        .jobStart(0, 1)
                        .jobEnd(0, 2, true)
                        .line("{\"Event\":\"SparkListenerApplicationEnd\",\"Timestamp\":" + (SparkLogText.START + 9)
                                + ",\"ExitCode\":3}"));
        logs.put(
                "recovered",
                new SparkLogText()
                        .start("r", "app-4")
                        .executor("1", "a", 1, 0)
                        .jobStart(0, 1)
                        .jobEnd(0, 2, false)
                        .jobStart(1, 3)
                        .jobEnd(1, 4, true)
                        .end(9));
        logs.put(
                "jobless",
                new SparkLogText().start("j", "app-5").executor("1", "a", 1, 0).end(9));
        logs.forEach((name, text) -> {
            try {
                log(name, text.text());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        log(
                "eventlog_v2_app-6/events_2_app-6",
                SparkLogText.run("p", "app-6", 2, Map.of(), SUBMIT).text());
        log(
                "eventlog_v2_app-7/events_1_app-7.compact",
                SparkLogText.run("c", "app-7", 2, Map.of(), SUBMIT).text());
        run(folder.resolve("logs").toString());
        assertThat(row("app-1").get("left_out"))
                .contains("(Spark shell) says nothing")
                .contains("import.yml");
        assertThat(row("app-2").get("left_out")).contains("streaming");
        assertThat(row("app-3").get("left_out")).contains("exit code 3");
        assertThat(cells(row("app-4"), "left_out", "remarks"))
                .containsExactly("", "1 of 2 jobs failed, not the last one");
        assertThat(row("app-5").get("left_out")).contains("it ran no job");
        assertThat(row("app-6").get("left_out")).contains("parts of its log are missing");
        assertThat(row("app-7").get("left_out")).contains("compacted");
    }

    @Test
    void databricksHasNoEndAndEmrNoMachineType() throws IOException {
        Map<String, String> databricks = Map.of(
                "spark.databricks.clusterUsageTags.clusterName", "job-7-run-3",
                "spark.databricks.clusterUsageTags.clusterNodeType", "m5.4xlarge",
                "spark.master", "spark://10.0.0.1:7077");
        String text = SparkLogText.run("Databricks Shell", "app-1", 4, databricks, "com.databricks.DriverDaemon")
                .text();
        String part = "{\"Event\":\"DBCEventLoggingListenerMetadata\",\"Spark Version\":\"3.2.1\",\"Timestamp\":1,"
                + "\"Rollover Number\":%d,\"SparkContext Id\":77}\n";
        int middle = text.indexOf("{\"Event\":\"SparkListenerJobStart");
        int end = text.indexOf("{\"Event\":\"SparkListenerApplicationEnd");
        log(
                "d/eventlog-2026-11-01--01-30",
                part.formatted(0) + text.substring(0, middle).replaceAll(".*LogStart.*\n", ""));
        log("d/eventlog", part.formatted(1) + text.substring(middle, end));
        Map<String, String> emr =
                Map.of("spark.master", "yarn", "EMR_CLUSTER_ID", "j-1", "spark.executor.memory", "1g");
        log("e", SparkLogText.run("etl", "application_1_2", 3, emr, SUBMIT).text());
        assertThat(run(folder.resolve("logs").toString()).exitCode()).isZero();
        String[] shown = {"algorithm", "machine_type", "environment", "runtime_is", "runtime_s", "scale_out", "spark"};
        assertThat(cells(row("app-1"), shown))
                .containsExactly("databricks-job-7", "m5.4xlarge", "databricks", "job_time", "8", "4", "3.2.1");
        assertThat(cells(row("application_1_2"), shown))
                .containsExactly("etl", "", "emr", "end_to_end", "12", "3", "3.5.6");
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

    @Test
    void whatLogsSayIsShownAndStoredHarmlessly() throws IOException {
        String name = "=HYPERLINK(1)\\u001b[31m\\n2026-11-01";
        log(
                "app-1",
                SparkLogText.run(name, "app-1", 2, Map.of(), SUBMIT + " --password hunter2 --k 5")
                        .text());
        Bellamy imported = run(folder.resolve("logs").toString());
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        String table = Files.readString(mine().resolve("runs.csv"));
        assertThat(table).doesNotContain("hunter2").doesNotContain("\u001b").contains("\" =HYPERLINK");
        assertThat(row("app-1").get("arguments").strip()).isEqualTo("--password *** --k 5");
        Map<String, String> before = files();
        run(folder.resolve("logs").toString());
        assertThat(files()).isEqualTo(before);
    }
}

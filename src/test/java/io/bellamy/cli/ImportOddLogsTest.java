package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import io.bellamy.eventlog.SparkLogText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Logs that are broken, come twice, or are of a kind that tells less. */
class ImportOddLogsTest extends ImportCases {

    /** One row that the pipeline refuses would keep it from reading all others. */
    @Test
    void numbersThatCannotBeLeaveARunOutAndNotTheOthers() throws IOException {
        String good = SparkLogText.run("orders", "app-1", 2, Map.of(), SUBMIT).text();
        log("good", good);
        log("far", good.replace("app-1", "app-2").replace("\"Timestamp\":17800", "\"Timestamp\":999999999917800"));
        log("huge", good.replace("app-1", "app-3").replace("\"Total Cores\":2", "\"Total Cores\":2000000000"));
        log("instant", good.replace("app-1", "app-4").replaceAll("(\"Timestamp\":178000)\\d+", "$10000000"));
        log(
                "endless",
                good.replace("app-1", "app-6")
                        .replaceAll("(ApplicationEnd\",\"Timestamp\":)\\d+", "$19000000000000000"));
        log("read", good.replace("app-1", "app-5").replace("5000000", "9223372036854775807"));
        assertThat(run(folder.resolve("logs").toString()).exitCode()).isZero();
        assertThat(row("app-4").get("left_out")).contains("its runtime (end_to_end) is not known");
        assertThat(row("app-6").get("left_out")).contains("its runtime (end_to_end) is not known");
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
        log("cut.zip", "PK\u0003\u0004" + whole);
        log("headless", whole.substring(whole.indexOf("{\"Event\":\"SparkListenerEnvironmentUpdate")));
        Bellamy imported = run(folder.resolve("logs").toString(), "-o", "json");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(imported.out());
        assertThat(json.get("not_read").findValuesAsText("reason"))
                .contains("is empty", "is no event log of Spark", "is no whole zip: it was cut off, or is damaged");
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

    /** Names of jobs are printed, and names of folders. */
    @Test
    void noSecretGetsIntoTheNameOfAJob() throws IOException {
        Files.createDirectories(mine());
        Files.writeString(mine().resolve("import.yml"), """
                jobs: [{app_name: orders, argument: --dsn}, {app_name: users, argument: --password}]
                arguments: {secret: [--dsn]}
                """);
        log(
                "app-1",
                SparkLogText.run("orders", "app-1", 2, Map.of(), SUBMIT + " --dsn jdbc:x:hunter2")
                        .text());
        log(
                "app-2",
                SparkLogText.run("users", "app-2", 2, Map.of(), SUBMIT + " --password=hunter2")
                        .text());
        Bellamy imported = run(folder.resolve("logs").toString());
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.out() + imported.err() + files()).doesNotContain("hunter2");
        assertThat(row("app-1").get("algorithm")).startsWith("orders");
        assertThat(row("app-2").get("algorithm")).startsWith("users");
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

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.eventlog.SparkLogText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What users of other importers complain about, as far as no other test has it. Attempts, copies, logs without a start and
 * lost ends: ImportOddLogsTest; parts west of Greenwich and names that lie about codecs: LogSearchTest; vendors' events and
 * Iceberg: EventLogTest; times in names: RuleLogsTest; servers that take long: HistoryServerTest.
 */
class ImportComplaintsTest extends ImportCases {

    @Test
    void executorsAndHostsCountAtTheirHeightAndNotAtTheEnd() throws IOException {
        SparkLogText log = SparkLogText.run("orders", "app-1", 4, Map.of(), SUBMIT);
        List<String> lines = log.lines();
        SparkLogText shrunk = new SparkLogText();
        lines.subList(0, lines.size() - 1).forEach(shrunk::line);
        for (String id : List.of("2", "3", "4")) {
            shrunk.removed(id, 10_000);
        }
        log("app-1", shrunk.end(12_000).text());
        run(folder.resolve("logs").toString());
        assertThat(cells(row("app-1"), "scale_out", "executors", "hosts", "cores"))
                .containsExactly("4", "4", "4", "8");
    }

    @Test
    void whereNothingIsFoundItIsSaidWhy() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Bellamy none = run(empty.toString());
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.out()).contains("nothing was found there").contains("spark.eventLog.dir");
        // what it left behind is no data set
        Bellamy nothing = Bellamy.run(
                "predict",
                "-tt",
                "mine",
                "-a",
                "x",
                "--data-dir",
                folder.resolve("data").toString());
        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.err()).contains("there is no such data set; ").doesNotContain("mine;", "nearest");
    }

    @Test
    void whatIsNoLogIsNotCountedAsOne() throws IOException {
        log("one.txt", "no log\n");
        log("two.txt", "nor this\n");
        log("app-1", SparkLogText.run("orders", "app-1", 2, Map.of(), SUBMIT).text());
        String logs = folder.resolve("logs").toString();
        assertThat(run("file://" + logs).out()).contains("1 log, 2 files not read; runs: 1 new");
        assertThat(run(logs).out()).contains("1 log, 1 of them as before, 2 files not read");
    }

    @Test
    void whatOnlyAClusterCanReadIsLeftToOne() {
        Bellamy refused = run("s3a://bucket/logs", "hdfs:///spark-logs");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("s3a://bucket/logs: is on a file system that this machine does not know")
                .contains("hdfs:///spark-logs: is on a file system", "bellamy-spark.jar");
    }

    /** 160 MB in a process that may have 48: reading goes line by line. */
    @Test
    void memoryDoesNotDependOnHowLongALogIs() throws IOException, InterruptedException {
        SparkLogText whole = SparkLogText.run("orders", "app-1", 2, Map.of(), SUBMIT);
        Path file = folder.resolve("logs/app-1");
        Files.createDirectories(file.getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String line : whole.lines()) {
                int times = line.contains("SparkListenerTaskEnd") ? 180_000 : 1;
                for (int i = 0; i < times; i++) {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
        assertThat(Files.size(file)).isGreaterThan(150_000_000);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.bellamy.cli.Main",
                        "import",
                        "spark",
                        file.getParent().toString(),
                        "--into",
                        "mine",
                        "--data-dir",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(row("app-1").get("tasks")).isEqualTo("180000");
    }

    /** What was read is written some logs at a time, and a copy elsewhere is read once. */
    @Test
    void moreLogsThanAreHeldAtATimeAndCopiesAreReadOnce() throws IOException {
        String text = SparkLogText.run("orders", "app-0", 2, Map.of(), SUBMIT).text();
        for (int i = 0; i < 2050; i++) {
            log("a/app-" + i, text.replace("\"app-0\"", "\"app-" + i + "\""));
        }
        log("z/app-7", text.replace("\"app-0\"", "\"app-7\""));
        String logs = folder.resolve("logs").toString();
        assertThat(run(logs).out())
                .contains("2051 logs; runs: 2050 new, 0 changed, 0 as before, 1 log of a run that another log tells");
        assertThat(rows()).hasSize(2050).allMatch(row -> row.get("algorithm").equals("orders"));
        assertThat(Files.readAllLines(mine().resolve("stages.csv"))).hasSize(2051);
        Map<String, String> before = files();
        assertThat(run(logs).out())
                .contains("2051 logs, 2051 of them as before; runs: 0 new, 0 changed, 2050 as before");
        assertThat(files()).isEqualTo(before);
        // a copy of a run that is not there any more is read
        Files.delete(mine().resolve("runs.csv"));
        Files.delete(folder.resolve("logs/a/app-7"));
        assertThat(run(logs).out()).contains("2050 logs; runs: 2050 new");
    }

    /** What is done when it is killed stays, and the next one does the rest: all is as if nothing had happened. */
    @Test
    void anImportThatIsKilledAtAnyMomentIsMadeGood() throws IOException, InterruptedException {
        String text = SparkLogText.run("orders", "app-0", 2, Map.of(), SUBMIT).text();
        for (int i = 0; i < 2050; i++) {
            log("a/app-" + i, text.replace("\"app-0\"", "\"app-" + i + "\""));
        }
        String logs = folder.resolve("logs").toString();
        Path err = folder.resolve("err");
        List<String> arguments = List.of(
                "import",
                "spark",
                logs,
                "--into",
                "mine",
                "--data-dir",
                folder.resolve("killed").toString());
        int killed = 0;
        for (int moment = 1; moment <= 6; moment++) {
            try (BellamyProcess process = BellamyProcess.start(err, arguments)) {
                killed += process.killAfter(250L * moment) ? 1 : 0;
            }
        }
        assertThat(killed).isPositive();
        assertThat(Bellamy.run(arguments.toArray(String[]::new)).exitCode()).isZero();
        run(logs);
        for (String file : List.of("runs.csv", "stages.csv", "dataset.yml", "import.yml")) {
            assertThat(folder.resolve("killed/mine").resolve(file)).hasSameTextualContentAs(mine().resolve(file));
        }
        try (Stream<Path> left = Files.list(folder.resolve("killed/mine"))) {
            assertThat(left).hasSize(5);
        }
    }
}

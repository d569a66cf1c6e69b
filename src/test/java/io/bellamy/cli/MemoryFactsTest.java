package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.eventlog.SparkLogText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How what runs tell of memory comes into a data set: by descriptions, records, and logs. */
class MemoryFactsTest {

    private static final String REQUEST =
            "{min_scale_out: 2, max_scale_out: 8, essential_properties: {machine_type: small, data_size_MB: 64000}}";

    @TempDir
    private Path folder;

    @Test
    void everythingThatIsWrongWithADescriptionIsTold() throws IOException {
        MemoryJobs jobs = new MemoryJobs(folder);
        jobs.describe(MemoryJobs.DESCRIPTION.replace(
                "    died: {column: status, equals: oom}\n",
                "    dead: {column: status, equals: oom}\n    peak: {column: spilled, unit: pints}\n"));
        Bellamy wrong = jobs.run("pretrain", "-a", "wordcount");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("memory_use.dead: unknown key", "peak.unit: 'pints' must be one of", "peak.of: is missing");
        jobs.describe(MemoryJobs.DESCRIPTION
                .replace("    spilled: {column: spilled, above: 0}\n", "")
                .replace("    died: {column: status, equals: oom}\n", "    rows: []\n"));
        assertThat(jobs.run("pretrain", "-a", "wordcount").err())
                .contains("memory_use: must have at least one of spilled, died, failed, peak");
        jobs.describe(MemoryJobs.DESCRIPTION.replace(
                "spilled: {column: spilled, above: 0}",
                "spilled: [{column: spilled, above: 0}, {column: status, equals: ok}]"));
        assertThat(jobs.run("pretrain", "-a", "wordcount").err()).contains("spilled: must be one condition");
    }

    @Test
    void badCellsAreToldAndRunsThatCameToNothingKeepNoOthersFromBeingRead() throws IOException {
        MemoryJobs jobs = new MemoryJobs(folder);
        Path runs = folder.resolve("data/own/runs.csv");
        String good = Files.readString(runs);
        Files.writeString(runs, good + "4,100,small,2,4000,2026-06-01,ok,much\n");
        Bellamy wrong = jobs.run("pretrain", "-a", "wordcount");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("runs.csv:92: column 'spilled': 'much' must be a number");
        Files.writeString(runs, good + "4,100,small,2,4000,2026-06-01,OOM,0\n");
        Bellamy doubtful = jobs.run("pretrain", "-a", "wordcount");
        assertThat(doubtful.err()).contains("'OOM' is not taken for 'oom', whose capitals are others");
        // it died before it had machines: nothing can be learned from that, and nothing need be refused
        Files.writeString(runs, good + ",,small,2,4000,2026-06-01,oom,\n");
        Bellamy read = jobs.run("pretrain", "-a", "wordcount");
        assertThat(read.exitCode()).as(read.err()).isZero();
        assertThat(read.err()).contains("runs.csv:92: column 'nodes': '' must be", "nothing is learned from it");
    }

    @Test
    void ofABlankCellNobodyKnowsWhetherItSpilled() throws IOException {
        MemoryJobs jobs = new MemoryJobs(folder);
        Path runs = folder.resolve("data/own/runs.csv");
        Files.writeString(runs, Files.readString(runs).replaceAll("ok,\\d+", "ok,"));
        Bellamy told = jobs.pretrained().ask("predict", REQUEST);
        assertThat(told.exitCode()).isEqualTo(6);
        assertThat(told.out()).contains("dies").doesNotContain("spills");
    }

    @Test
    void rowsThatFailedMayBeOthersThanThoseThatAreLearnedFrom() throws IOException {
        MemoryJobs jobs = new MemoryJobs(folder);
        jobs.describe(
                MemoryJobs.DESCRIPTION.replace(
                        "  wordcount: {}\n",
                        "  wordcount: {rows: {column: status, equals: ok}, memory_use: {rows: {column: machine, equals: small}}}\n"));
        jobs.pretrained();
        Bellamy dies = jobs.ask("predict", REQUEST);
        assertThat(dies.exitCode()).isEqualTo(6);
        assertThat(dies.out()).contains("dies");
    }

    @Test
    void recordedRunsTellOfMemoryToo() throws IOException {
        MemoryJobs jobs = new MemoryJobs(folder);
        jobs.describe(MemoryJobs.DESCRIPTION.replaceFirst(
                "(?s)  memory_use:.*?(?=  properties)", "  rows: {column: status, equals: ok}\n"));
        jobs.pretrained();
        assertThat(jobs.ask("predict", REQUEST).out()).doesNotContain("spills").doesNotContain("dies");
        StringBuilder lines = new StringBuilder();
        List<String> rows = MemoryJobs.rows();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            boolean died = cells[6].equals("oom");
            lines.append("{\"algorithm\":\"wordcount\",\"scale_out\":" + cells[0]
                    + (died ? "" : ",\"runtime\":" + cells[1] + ",\"spilled\":\"" + cells[7] + " kB\"")
                    + ",\"status\":\"" + (died ? "out_of_memory" : "finished")
                    + "\",\"properties\":{\"machine_type\":\""
                    + cells[2] + "\",\"data_size_MB\":" + cells[4] + "},\"properties_per_node\":{\"memory\":\""
                    + cells[3]
                    + "GiB\"}}\n");
        }
        Bellamy recorded = Bellamy.runWithInput(
                lines.toString(),
                "record",
                "-tt",
                "own",
                "--config",
                folder.resolve("config.yml").toString(),
                "--data-dir",
                folder.resolve("data").toString(),
                "--from",
                "-",
                "-o",
                "json");
        assertThat(recorded.exitCode()).as(recorded.err()).isZero();
        assertThat(Schemas.of("record").validate(new ObjectMapper().readTree(recorded.out())))
                .isEmpty();
        Bellamy told = jobs.ask("predict", REQUEST);
        assertThat(told.exitCode()).isEqualTo(6);
        assertThat(told.out()).contains("spills", "dies", "nothing has memory enough");
        Bellamy wrong = Bellamy.run(
                "record",
                "-tt",
                "own",
                "-a",
                "wordcount",
                "--data-dir",
                folder.resolve("data").toString(),
                "--scale-out",
                "4",
                "--status",
                "oom",
                "--spilled",
                "3 Gb",
                "--peak-memory=-1",
                "--property",
                "machine_type=small",
                "--property",
                "data_size_MB=1");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("--status: 'oom' must be one of finished, failed, out_of_memory, stopped")
                .contains("--spilled: '3 Gb' must be a number of MB", "Gb may be bits")
                .contains("--peak-memory: '-1' must be a number of MB");
    }

    /** From logs of Spark. */
    @Nested
    class OfLogs extends ImportCases {

        private static final String LOST =
                "{\"Event\":\"SparkListenerTaskEnd\",\"Stage ID\":0,\"Stage Attempt ID\":0,\"Task End Reason\":{%s},"
                        + "\"Task Info\":{\"Launch Time\":1,\"Finish Time\":2},\"Task Metrics\":null}";
        private static final String THROWN =
                "\"Reason\":\"ExceptionFailure\",\"Class Name\":\"java.lang.OutOfMemoryError\",\"Description\":\"heap\"";
        private static final String KILLED = "\"Reason\":\"ExecutorLostFailure\",\"Executor ID\":\"1\",\"Exit Caused By"
                + " App\":true,\"Loss Reason\":\"Container killed by YARN for exceeding memory limits. 5.5 GB of 5.5 GB"
                + " physical memory used\"";
        private static final String OTHER =
                "\"Reason\":\"ExceptionFailure\",\"Class Name\":\"java.lang.IllegalStateException\",\"Description\":\"x\"";

        private void log(String id, boolean succeeded, String... reasons) throws IOException {
            SparkLogText log = new SparkLogText()
                    .version("3.5.6")
                    .start("load", id)
                    .settings(Map.of("spark.executor.memory", "1g"), Map.of("sun.java.command", SUBMIT))
                    .executor("1", "host1", 2, 1000)
                    .jobStart(0, 2000)
                    .task(0, 3000, 9000, 5_000_000);
            for (String reason : reasons) {
                log.line(LOST.formatted(reason));
            }
            log(
                    id,
                    log.stage(0, 2500, 9500, "/data/in", false)
                            .jobEnd(0, 10_000, succeeded)
                            .end(12_000)
                            .text());
        }

        @Test
        void aRunDiedOfMemoryWhereItFailedAndTasksDid() throws IOException {
            log("app-1", true);
            log("app-2", false, THROWN, THROWN);
            log("app-3", false, OTHER);
            log("app-4", true, KILLED);
            Bellamy imported = run(folder.resolve("logs").toString());
            assertThat(imported.exitCode()).as(imported.err()).isZero();
            String[] columns = {"algorithm", "memory_failures", "memory_of", "memory_was"};
            assertThat(cells(row("app-1"), columns)).containsExactly("load", "0", "load", "spilled");
            assertThat(cells(row("app-2"), columns)).containsExactly("", "2", "load", "died");
            assertThat(cells(row("app-3"), columns)).containsExactly("", "0", "", "");
            assertThat(cells(row("app-4"), columns)).containsExactly("load", "1", "load", "short");
            assertThat(Files.readString(mine().resolve("dataset.yml")))
                    .contains("memory_use", "memory_of, equals: \"load\"");
        }

        @Test
        void aTableOfBeforeIsReadAndGetsTheNewColumns() throws IOException {
            log("app-1", true);
            log("app-2", false, THROWN);
            run(folder.resolve("logs").toString());
            Path table = mine().resolve("runs.csv");
            String now = Files.readString(table);
            String before = now.replace(",memory_failures,memory_of,memory_was", "")
                    .replace(",0,load,spilled,", ",")
                    .replace(",1,load,died,", ",");
            assertThat(before.length()).isLessThan(now.length() - 60);
            Files.writeString(table, before.replaceAll("(?m)[0-9a-f]+$", "00"));
            // the log of one is gone
            Files.delete(folder.resolve("logs/app-2"));
            Bellamy again = run(folder.resolve("logs").toString());
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(cells(row("app-1"), "memory_of", "memory_was")).containsExactly("load", "spilled");
            assertThat(cells(row("app-2"), "fault", "memory_of", "memory_was"))
                    .containsExactly("it failed: its last job did", "", "");
        }
    }
}

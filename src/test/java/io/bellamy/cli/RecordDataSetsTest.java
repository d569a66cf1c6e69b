package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.config.ConfigurationReader;
import io.bellamy.problem.Limits;
import io.bellamy.recording.RunRecording;
import io.bellamy.recording.ToldRun;
import io.bellamy.service.ModelKinds;
import io.bellamy.service.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Into what data sets runs are recorded, and by how many at a time. */
class RecordDataSetsTest extends RecordCases {

    private static String[] in(String[] where, String command, String... more) {
        return Stream.of(Stream.of(command), Stream.of(where), Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    @Test
    void anyDescriptionWillDoAndNewJobsComeByThemselves() throws IOException {
        Path other = Files.createDirectories(folder.resolve("data/other"));
        Files.writeString(other.resolve("dataset.yml"), """
                algorithms_from: {column: job}
                defaults:
                  file: runs.tsv
                  rows: {column: state, not: failed}
                  scale_out: {column: nodes}
                  runtime: {start: began, end: ended}
                  lookups: {machines: {file: machines.csv, column: vm}}
                  properties:
                    machine_type: {template: "{vm}.large"}
                    data_size_MB: {column: bytes, unit: B, digits: 2}
                    job_type: {constant: spark}
                    memory: {column: machines.gb, unit: GB, per: node, digits: 2}
                """);
        Files.writeString(other.resolve("machines.csv"), "vm,gb\nm,8\n");
        Files.writeString(other.resolve("runs.tsv"), """
                job\tstate\tnodes\tbegan\tended\tvm\tbytes
                orders\tok\t2\t2026-11-01 01:00:00\t2026-11-01 01:10:00\tm\t4000000000
                orders\tok\t4\t2026-11-02 01:00:00\t2026-11-02 01:06:00\tm\t4000000000
                """);
        String lines = """
                {"algorithm":"orders","id":"1","scale_out":3,"runtime":450,"properties":{"machine_type":"m.large","data_size_MB":4011,"job_type":"spark"},"properties_per_node":{"memory":"8.04 GB"}}
                {"algorithm":"invoices","id":"2","scale_out":3,"runtime":90,"properties":{"machine_type":"m.large","data_size_MB":1}}
                {"algorithm":"Orders","id":"3","scale_out":3,"runtime":90,"properties":{"machine_type":"m.large","data_size_MB":1,"job_type":"flink"}}
                """;
        Bellamy told = Bellamy.runWithInput(
                lines,
                "record",
                "-tt",
                "other",
                "--from",
                "-",
                "--data-dir",
                folder.resolve("data").toString());
        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.out()).contains("recorded: orders 1,", "recorded: invoices 2,");
        assertThat(told.err()).contains("has no algorithm 'Orders'; it has orders");
        Bellamy usual = Bellamy.run(
                "init",
                "-tt",
                "other",
                "-a",
                "orders",
                "--data-dir",
                folder.resolve("data").toString());
        assertThat(usual.out()).as(usual.err()).contains("data_size_MB: \"4000\"", "2 to 4");
        assertThat(Bellamy.run(
                                "init",
                                "-tt",
                                "other",
                                "-a",
                                "invoices",
                                "--data-dir",
                                folder.resolve("data").toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readString(other.resolve("recorded.jsonl"))).contains("\"memory\":\"24000\"");
    }

    @Test
    void aDataSetMayHaveNothingButRecordedRuns() throws IOException {
        Path fresh = Files.createDirectories(folder.resolve("data/fresh"));
        Files.copy(Path.of("examples/recorded/dataset.yml"), fresh.resolve("dataset.yml"));
        String[] where = {"-tt", "fresh", "--data-dir", folder.resolve("data").toString()};
        String run =
                "{\"algorithm\":\"orders\",\"id\":\"%s\",\"scale_out\":%s,\"runtime\":%s,\"status\":\"%s\",\"properties\":{\"machine_type\":\"m5.xlarge\",\"data_size_MB\":\"1.5 GB\"}}\n";
        for (String line : List.of(run.formatted("1", 2, 9, "failed"), run.formatted("2", 2, 300, "finished"))) {
            Bellamy told = Bellamy.runWithInput(line, in(where, "record", "--from", "-"));
            assertThat(told.exitCode()).as(told.err()).isZero();
        }
        Bellamy usual = Bellamy.run(in(where, "init", "-a", "orders"));
        assertThat(usual.exitCode()).as(usual.err()).isZero();
        assertThat(usual.out()).contains("machine_type: \"m5.xlarge\"", "data_size_MB: \"1500\"");
        Files.writeString(
                fresh.resolve("dataset.yml"),
                Files.readString(fresh.resolve("dataset.yml")).replace("unit: MB", "unit: GB"));
        Bellamy refused =
                Bellamy.runWithInput(run.formatted("3", 2, 9, "finished"), in(where, "record", "--from", "-"));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("dataset.yml reads another run from the line in recorded.jsonl");
    }

    @Test
    void manyAtOnceLoseNothingAndReadersSeeWholeFiles() throws Exception {
        recordLines(LINE.formatted("first", 4, "9"), "--from", "-");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> tasks = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i -> () -> i % 2 == 0 ? recordBeside(i) : readBeside())
                    .toList();
            for (Future<Integer> done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isPositive();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(recorded()).hasSize(21).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        try (Stream<Path> entries = Files.list(folder.resolve("data/own"))) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("dataset.yml", "runs.csv", "recorded.jsonl", ".lock");
        }
    }

    private Workspace workspace() {
        return Workspace.of(
                ConfigurationReader.read(folder.resolve("config.yml"), ModelKinds.ALL.names()),
                new Workspace.Overrides(Optional.of(folder.resolve("data")), Optional.empty(), Optional.empty()),
                Clock.systemUTC());
    }

    private int recordBeside(int number) {
        ToldRun run = new ToldRun(
                (section, key) -> key,
                Map.of("id", "run " + number, "scale_out", "4", "runtime", "9"),
                Map.of("machine_type", "small", "data_size_MB", "4000"),
                Map.of());
        RunRecording.Options options = new RunRecording.Options(false, true, Limits.DEFAULTS);
        Workspace workspace = workspace();
        return RunRecording.into(workspace.datasets(), workspace.dataDir(), "own", Optional.of("wordcount"), options)
                .record(run)
                .runs()
                .size();
    }

    private int readBeside() {
        return workspace().datasets().load("own", "wordcount").runs().size();
    }
}

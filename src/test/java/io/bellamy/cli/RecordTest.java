package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bellamy record} of runs that are told, from the command line to the answers that rest on them. */
class RecordTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINE =
            "{\"id\":\"%s\",\"scale_out\":%s,\"runtime\":%s,\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}\n";

    @TempDir
    private Path folder;

    private OwnFolder own;

    @BeforeEach
    void copy() {
        own = OwnFolder.in(folder);
    }

    private Bellamy record(String... more) {
        return recordLines("", more);
    }

    private Bellamy recordLines(String lines, String... more) {
        return Bellamy.runWithInput(lines, own.recording(more));
    }

    private static String[] in(String[] where, String command, String... more) {
        return Stream.of(Stream.of(command), Stream.of(where), Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private List<String> recorded() throws IOException {
        return Files.readAllLines(folder.resolve("data/own/recorded.jsonl"));
    }

    private JsonNode answer(int scaleOut, String size) throws IOException {
        Bellamy answer = Bellamy.runWithInput(
                "{min_scale_out: %1$s, max_scale_out: %1$s, essential_properties: {machine_type: small, data_size_MB: %2$s}}"
                        .formatted(scaleOut, size),
                OwnFolder.with(own.arguments("predict", "-a", "wordcount", "-r", "-"), "-o", "json"));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return JSON.readTree(answer.out());
    }

    @Test
    void aRecordedRunIsOneThatAnswersRestOnAndAFailedOneIsNot() throws IOException {
        own = own.withModels();
        double before =
                answer(20, "900000").at("/predictions/0/runtime_seconds").asDouble();
        String[] run = {"--scale-out", "20", "--property", "machine_type=small", "--property", "data_size_MB=900 GB"};
        Bellamy failed = record(OwnFolder.with(run, "--status", "failed", "--runtime", "9000"));
        assertThat(failed.exitCode()).as(failed.err()).isZero();
        assertThat(answer(20, "900000").at("/predictions/0/runtime_seconds").asDouble())
                .isEqualTo(before);

        Bellamy told = record(OwnFolder.with(run, "--runtime", "2h 30m", "--start", "2026-11-28T02:15:00Z"));
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out()).startsWith("recorded: wordcount ").contains(", 20 machines, 9000 s\n");
        JsonNode after = answer(20, "900000");
        assertThat(after.at("/predictions/0/runtime_seconds").asDouble()).isBetween(7000.0, 11000.0);
        assertThat(after.at("/rests_on/newest_run").asText()).isEqualTo("2026-11-28");
        assertThat(recorded())
                .last()
                .asString()
                .contains(
                        "\"scale_out\":20,\"runtime\":9000,\"start\":\"2026-11-28T02:15:00Z\",\"status\":\"finished\"")
                .contains("\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":\"900000\"}");
    }

    @Test
    void aRecordedRunMakesTheModelStale() throws IOException {
        String[] pretrain = {"-a", "wordcount", "--if-stale"};
        assertThat(own.pretrain(pretrain).exitCode()).isZero();
        assertThat(own.pretrain(pretrain).err()).contains("are those of the newest model");
        assertThat(recordLines(LINE.formatted("x", 4, "116"), "--from", "-").exitCode())
                .isZero();
        Bellamy again = own.pretrain(pretrain);
        assertThat(again.err()).contains("own wordcount: 37 runs").doesNotContain("are those of");
        assertThat(own.pretrain(pretrain).err()).contains("are those of the newest model");
    }

    @Test
    void theSameAgainChangesNothingAndOtherValuesNeedTheWord() throws IOException {
        String lines = LINE.formatted("a", 4, "11.5") + LINE.formatted("b", 8, "7");
        assertThat(recordLines(lines, "--from", "-").exitCode()).isZero();
        List<String> first = recorded();
        Bellamy again = recordLines(
                "{\"runtime\":7.00,\"id\":\"b\",\"scale_out\":8,\"properties\":{\"data_size_MB\":4e3,\"machine_type\":\"small\"}}\n"
                        + lines,
                "--from",
                "-",
                "-o",
                "json");
        assertThat(again.exitCode()).as(again.err()).isZero();
        JsonNode report = JSON.readTree(again.out());
        assertThat(Schemas.of("record").validate(report)).isEmpty();
        assertThat(report.get("unchanged").asInt()).isEqualTo(3);
        assertThat(recorded()).isEqualTo(first);

        String other = LINE.formatted("b", 8, "9") + LINE.formatted("c", 8, "9");
        Bellamy refused = recordLines(other, "--from", "-");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "standard input:1: id: 'b' is recorded with other values; --replace puts these in their place");
        assertThat(recorded()).as("what is in order is recorded").hasSize(3).startsWith(first.toArray(String[]::new));

        Bellamy replaced = recordLines(other, "--from", "-", "--replace");
        assertThat(replaced.out()).contains("replaced: wordcount b, 8 machines, 9 s", "unchanged: wordcount c");
        assertThat(recorded()).hasSize(3);
        assertThat(recorded().get(0)).isEqualTo(first.get(0));
        assertThat(recorded().get(1)).contains("\"id\":\"b\"", "\"runtime\":9,");
    }

    @Test
    void withoutAnIdTheSameRunIsOne() throws IOException {
        String[] run = {
            "--scale-out", "4", "--runtime", "8", "--property", "machine_type=", "--per-node", "data_size_MB=9"
        };
        assertThat(record(run).out()).startsWith("recorded");
        assertThat(record(run).out()).startsWith("unchanged");
        assertThat(record(OwnFolder.with(run, "--id", "another")).out()).startsWith("recorded");
        assertThat(recorded())
                .hasSize(2)
                .allMatch(line -> line.contains("{\"machine_type\":\"\",\"data_size_MB\":\"36\"}"));
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsPlaceAndNothingIsWritten() {
        Bellamy options = record(
                "--scale-out",
                "4x",
                "--runtime",
                "-3",
                "--start",
                "yesterday",
                "--status",
                "done",
                "--property",
                "machine_typ=small",
                "--property",
                "data_size_MB=4 Gb",
                "--per-node",
                "slots=8");
        assertThat(options.exitCode()).isEqualTo(2);
        assertThat(options.out()).isEmpty();
        assertThat(options.err())
                .contains(
                        "--scale-out: '4x' must be a whole number",
                        "--runtime: '-3' must be a number of seconds above 0")
                .contains(
                        "--start: 'yesterday' must be a date or time",
                        "--status: 'done' must be one of finished, failed")
                .contains("--property machine_typ: the data set has no such property; the nearest is machine_type")
                .contains("--property machine_type: is missing", "--per-node slots: the data set has no such property")
                .contains("--property data_size_MB: '4 Gb' must be a number of MB, or an amount with its unit", "bits");
        Bellamy lines = recordLines("""
                {"algorithm":"sord","scale_out":0,"runtime":"1:40","duration":3}

                {"id":"x",
                {"scale_out":3,"runtime":2,"runtime":2}
                """, "--from", "-");
        assertThat(lines.exitCode()).isEqualTo(2);
        assertThat(lines.err())
                .contains("standard input:1: scale_out: '0' must be", "standard input:1: runtime: '1:40' must be")
                .contains("standard input:1: duration: unknown key")
                .contains("standard input:1: algorithm: 'sord' must be wordcount, as --algorithm says")
                .contains("standard input:3: is not valid JSON", "standard input:4: runtime: stands there twice")
                .contains(
                        "standard input:4: properties.machine_type: is missing; where it is not known, give it blank");
        assertThat(folder.resolve("data/own/recorded.jsonl")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-tt all|is put together of others; record into one of bell, c3o",
                "-tt nope|nope/dataset.yml: there is no such data set",
                "-a sord|has no algorithm 'sord'; it has wordcount, sort, and a new one must be listed in dataset.yml first",
                "--from - --runtime 3|--from: runs are told there, so no other option may tell of one",
                "--from nosuch.jsonl|nosuch.jsonl: there is no such file",
                "--runtime 3 -- true|--runtime: is measured, so it must be left out"
            })
    void whatCanNotBeDoneIsSaidWithWhatToDo(String options, String message) {
        List<String> all = new ArrayList<>(List.of("--scale-out", "4"));
        if (options.contains("--from -") || options.contains("--from n")) {
            all.clear();
        }
        all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        Stream.of("-tt own", "-a wordcount")
                .filter(given -> !options.contains(given.substring(0, 3)))
                .forEach(given -> all.addAll(List.of(given.split(" "))));
        all.addAll(List.of(options.split(" ")));
        all.add(0, "record");
        Bellamy refused = Bellamy.run(all.toArray(String[]::new));
        assertThat(refused.exitCode()).isIn(2, 3, RecordedCommand.WRONG_USAGE);
        assertThat(refused.err()).contains(message);
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

    @Test
    void whereALineIsBrokenNothingIsWrittenBehindIt() throws IOException {
        Path file = folder.resolve("data/own/recorded.jsonl");
        Files.writeString(file, LINE.formatted("first", 4, "9") + "{\"id\":\n");
        Bellamy refused = recordLines(LINE.formatted("b", 4, "9"), "--from", "-");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("recorded.jsonl:2: is no object of JSON: mend the line, or take it out");
        assertThat(recorded()).hasSize(2);
    }
}

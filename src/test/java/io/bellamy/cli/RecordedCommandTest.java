package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.files.DatasetLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bellamy record} around a command, and what may happen to it: signals, kills, full disks, others at work. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RecordedCommandTest extends OwnFolderCases {

    private static final int KILLS = Integer.getInteger("fault.kills", 5);

    /** In blocks of 512 bytes and of 1024. */
    private static final List<String> SMALL_FILES = List.of("sh", "-c", "ulimit -f 6 && exec \"$@\"", "sh");

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("data/own/recorded.jsonl");
    }

    private String[] measuring(String... command) {
        return own.recording(Stream.concat(
                        Stream.of(
                                "--scale-out",
                                "4",
                                "--property",
                                "machine_type=small",
                                "--property",
                                "data_size_MB=4000",
                                "--"),
                        Stream.of(command))
                .toArray(String[]::new));
    }

    private JsonNode only() throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1);
        return new ObjectMapper().readTree(lines.get(0));
    }

    @ParameterizedTest
    @CsvSource({"0, finished", "3, failed"})
    void theCommandsExitCodeIsTold(int exitCode, String status) throws IOException {
        Instant before = Instant.now();
        Bellamy outcome = Bellamy.run(measuring("sh", "-c", "exit $2", "--quiet", "--log-format=json", "" + exitCode));
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.out()).as("standard output is the command's").isEmpty();
        assertThat(outcome.err()).contains("INFO  recorded: wordcount ");
        assertThat(only().get("status").asText()).isEqualTo(status);
        assertThat(only().get("exit_code").asInt()).isEqualTo(exitCode);
        assertThat(only().get("runtime").asDouble()).isPositive();
        assertThat(Instant.parse(only().get("start").asText())).isBetween(before.minusMillis(1), Instant.now());
    }

    @Test
    void aSignalIsPassedOnAndWhatItEndedIsNoRuntime() throws Exception {
        Path ready = folder.resolve("ready");
        String script = "trap 'exit 7' TERM; : >" + ready + "; while :; do sleep 0.05; done";
        try (BellamyProcess process =
                BellamyProcess.start(folder.resolve("err"), List.of(measuring("sh", "-c", script)))) {
            while (!Files.exists(ready)) {
                Thread.sleep(20);
            }
            ProcessHandle.of(process.pid()).orElseThrow().destroy();
            assertThat(process.exitCode()).as(process.err()).isEqualTo(7);
        }
        assertThat(only().get("status").asText()).isEqualTo("stopped");
        assertThat(only().get("exit_code").asInt()).isEqualTo(7);
    }

    @Test
    void theCommandRunsAndItsRunIsToldWhereItCanNotBeRecorded() throws IOException {
        Path proof = folder.resolve("proof");
        Bellamy outcome = Bellamy.run(own.recording(
                "--scale-out", "4", "--property", "machine_type=small", "--", "sh", "-c", ": >" + proof + "; exit 4"));
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(proof).exists();
        assertThat(file).doesNotExist();
        assertThat(outcome.err())
                .contains("--property data_size_MB: is missing")
                .contains("so the run can't be recorded as it stands; the command runs all the same")
                .contains("give this line to bellamy record -tt own --from -");
        String line = outcome.err()
                .lines()
                .filter(told -> told.startsWith("{"))
                .findFirst()
                .orElseThrow();
        String mended = line.replace("\"properties\":{", "\"properties\":{\"data_size_MB\":4000,");
        Bellamy later = Bellamy.runWithInput(mended, own.recording("--from", "-"));
        assertThat(later.exitCode()).as(later.err()).isZero();
        assertThat(only().get("status").asText()).isEqualTo("failed");
        assertThat(only().get("exit_code").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127|--scale-out 4 -- no-such-command|can't start 'no-such-command': there is no such command",
                "126|--scale-out 4 -- /|can't start '/': Permission denied; nothing was recorded",
                "125|--scale-out four -- true|--scale-out: 'four' must be a whole number",
                "125|--scale-outs 4 -- true|Unknown option",
                "125|--scale-out 4 --runtime 3 -- true|--runtime: is measured"
            })
    void whereItCanNotBeStartedTheExitCodeIsThatOfOtherPrograms(int exitCode, String options, String message)
            throws IOException {
        Bellamy outcome = Bellamy.run(own.recording(options.split(" ")));
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(outcome.err()).contains(message);
        assertThat(file).doesNotExist();
    }

    private Path lines(int count) throws IOException {
        String line =
                "{\"id\":\"%s\",\"scale_out\":4,\"runtime\":9,\"properties\":{\"machine_type\":\"small\",\"data_size_MB\":4000}}\n";
        Path lines = folder.resolve("lines.jsonl");
        Files.writeString(
                lines,
                String.join(
                        "", IntStream.range(0, count).mapToObj(line::formatted).toList()));
        return lines;
    }

    @Test
    void killedAtAnyMomentItLosesNothing() throws Exception {
        String[] record = own.recording("--from", lines(500).toString(), "--replace");
        long start = System.nanoTime();
        try (BellamyProcess undisturbed = BellamyProcess.start(folder.resolve("err"), List.of(record))) {
            assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
        }
        long usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Files.writeString(file, Files.readString(file).replace("\"runtime\":9", "\"runtime\":8"));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < (KILLS + 1) / 2; i++) {
            try (BellamyProcess victim = BellamyProcess.start(folder.resolve("err"), List.of(record))) {
                victim.killAfter(random.nextLong(usual / 2, usual));
            }
            assertThat(Files.readAllLines(file)).hasSize(500).allMatch(line -> line.endsWith("}}"));
        }
        assertThat(Bellamy.run(record).exitCode()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(500).allMatch(line -> line.contains("\"runtime\":9"));
        try (Stream<Path> entries = Files.list(file.getParent())) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("dataset.yml", "runs.csv", "recorded.jsonl", ".lock");
        }
    }

    @Test
    void whereTheDiskIsFullTheFileStaysAndTheCommandsRunIsTold() throws Exception {
        assertThat(Bellamy.run(own.recording("--from", lines(60).toString())).exitCode())
                .isZero();
        String before = Files.readString(file);
        try (BellamyProcess full = BellamyProcess.startUnder(
                SMALL_FILES, folder.resolve("err"), List.of(measuring("sh", "-c", "exit 5")))) {
            assertThat(full.exitCode()).as(full.err()).isEqualTo(5);
            assertThat(full.err())
                    .contains("can't record into " + file.getParent() + ": the file would be larger than is allowed")
                    .contains("the run is not recorded", "{\"id\":\"", "\"exit_code\":5");
        }
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void whoChangesTheDataSetIsWaitedForOrNot() throws Exception {
        String[] run = own.recording(
                "--scale-out",
                "4",
                "--runtime",
                "9",
                "--property",
                "machine_type=small",
                "--property",
                "data_size_MB=1");
        DatasetLock lock = DatasetLock.take(file.getParent());
        try (BellamyProcess command = BellamyProcess.start(folder.resolve("err3"), List.of(measuring("true")));
                BellamyProcess waits = BellamyProcess.start(folder.resolve("err"), List.of(run));
                BellamyProcess leaves =
                        BellamyProcess.start(folder.resolve("err2"), List.of(OwnFolder.with(run, "--no-wait")))) {
            try (lock) {
                assertThat(leaves.exitCode()).isEqualTo(5);
                assertThat(leaves.err()).contains("another process is changing the data set (import or record)");
                waits.awaitTold("waiting for another process");
                command.awaitTold("should this be interrupted, give this line to bellamy record");
                command.awaitTold("\"exit_code\":0");
                assertThat(command.killAfter(0)).isTrue();
                assertThat(file).doesNotExist();
            }
            assertThat(waits.exitCode()).as(waits.err()).isZero();
        }
        assertThat(only().get("scale_out").asInt()).isEqualTo(4);
    }
}

package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pretraining that is killed and goes on, in real processes. */
class ResumeTest {

    private static final int KILLS = Integer.getInteger("fault.kills", 5);

    /** So many runs at least go on from a checkpoint. */
    private static final int RESUMED = 2;

    private static final int RUNS = 48;
    private static final String ORIGINAL = "examples/original-config.yml";
    private static final String[] SHORT = {"--trials", "1", "--epochs", "6000"};

    @TempDir
    private Path folder;

    @BeforeEach
    void someRuns() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/c3o"));
        Files.copy(Path.of("data/c3o/dataset.yml"), data.resolve("dataset.yml"));
        List<String> lines = Files.readAllLines(Path.of("data/c3o/grep.csv"));
        List<String> some = new ArrayList<>(lines.subList(0, 1));
        for (int i = 0; i < RUNS; i++) {
            some.add(lines.get(1 + i * (lines.size() - 1) / RUNS));
        }
        Files.write(data.resolve("grep.csv"), some);
    }

    private List<String> pretrain(String models, String configuration, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("pretrain", "-tt", "c3o", "-a", "grep", "--config", configuration, "--data-dir"));
        arguments.add(folder.resolve("data").toString());
        arguments.add("--models-dir");
        arguments.add(folder.resolve(models).toString());
        arguments.addAll(List.of(more));
        return arguments;
    }

    private BellamyProcess start(List<String> arguments) {
        return BellamyProcess.start(folder.resolve("err"), arguments);
    }

    private Path home(String models) {
        return folder.resolve(models).resolve("c3o/grep");
    }

    /** The versions of the model. */
    private List<Path> saved(String models) throws IOException {
        if (!Files.isDirectory(home(models))) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(home(models))) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    /** The SHA-256 of a version's files by name, without what tells the time. */
    private static Map<String, String> content(Path version) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(version)) {
            for (Path file :
                    files.filter(file -> !file.endsWith("manifest.sha256")).toList()) {
                String text = Files.readString(file)
                        .replaceAll("\"(version|created|seconds)\" : [^\\n]*", "\"$1\" : the time");
                content.put(file.getFileName().toString(), DigestUtils.sha256Hex(text));
            }
        }
        return content;
    }

    @ParameterizedTest
    @CsvSource({"config.yml, 3, 32, 1", "examples/original-config.yml, 6, 500, 2"})
    void endsWithTheSameModelAfterKillsAtAnyMoment(String configuration, String trials, String epochs, long seed)
            throws Exception {
        String[] size = {"--trials", trials, "--epochs", epochs};
        long start = System.nanoTime();
        BellamyProcess whole = start(pretrain("whole", configuration, size));
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        long millis = (System.nanoTime() - start) / 1_000_000;
        Map<String, String> expected = content(saved("whole").get(0));

        SplittableRandom random = new SplittableRandom(seed);
        Path checkpoint = home("killed").resolve(".checkpoint/checkpoint.json");
        int wentOn = 0;
        int finished = 0;
        int kills = 0;
        while (kills < KILLS || wentOn < RESUMED || saved("killed").isEmpty()) {
            assertThat(kills).as("enough to go on from a checkpoint").isLessThan(KILLS + 30);
            if (!saved("killed").isEmpty()) {
                // it came to its end before its kill: once more from the beginning
                finished++;
                Files.move(home("killed"), folder.resolve("finished" + finished));
            }
            List<String> arguments = pretrain("killed", configuration, size);
            if (Files.exists(checkpoint)) {
                arguments.add("--resume");
            }
            BellamyProcess run = start(arguments);
            boolean more = kills < KILLS || wentOn < RESUMED;
            boolean killed = more && run.killAfter(random.nextLong(millis));
            kills += killed ? 1 : 0;
            if (!killed) {
                assertThat(run.exitCode()).as(run.err()).isZero();
            }
            wentOn += run.err().contains("going on from a checkpoint") ? 1 : 0;
            for (Path version : saved("killed")) {
                assertThat(content(version)).isEqualTo(expected);
            }
        }
        assertThat(home("whole").resolve(".checkpoint")).doesNotExist();
    }

    @Test
    void refusesACheckpointThatIsForeignDamagedFinishedOrInUse() throws Exception {
        Bellamy none = resume();
        assertThat(none.exitCode()).isEqualTo(ExitCode.NOTHING_TO_WORK_WITH);
        assertThat(none.err()).contains("there is no checkpoint in").contains("start anew without --resume");

        BellamyProcess run = start(pretrain("m", ORIGINAL, SHORT));
        Path checkpoint = home("m").resolve(".checkpoint/checkpoint.json");
        while (!Files.exists(checkpoint)) {
            Thread.sleep(10);
        }
        Bellamy inUse = resume();
        assertThat(run.killAfter(0)).isTrue();
        assertThat(inUse.exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(inUse.err()).contains("is locked by process");

        byte[] kept = Files.readAllBytes(checkpoint);
        Path data = folder.resolve("data/c3o/grep.csv");
        List<String> lines = Files.readAllLines(data);
        Files.write(data, lines.subList(0, RUNS));
        Bellamy foreign = resume("--seed", "5", "--trials", "2");
        Files.write(data, lines);
        assertThat(foreign.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(foreign.err())
                .contains("belongs to another pretraining: the data have changed; seed 0 there, 5 here;")
                .contains("trials 1 there, 2 here; it goes on only with what it was started with; start anew");

        byte[] damaged = kept.clone();
        damaged[kept.length / 2] ^= 1;
        for (byte[] bytes : List.of(damaged, Arrays.copyOf(kept, kept.length - 1), new byte[0])) {
            Files.write(checkpoint, bytes);
            Bellamy refused = resume();
            assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILURE);
            assertThat(refused.err()).contains("checkpoint.json: ").contains("start anew without --resume");
            assertThat(checkpoint).hasBinaryContent(bytes);
        }
        assertThat(saved("m")).isEmpty();

        Files.write(checkpoint, kept);
        assertThat(resume().exitCode()).isZero();
        assertThat(checkpoint.getParent()).doesNotExist();
        // as if it had been killed between saving the model and removing the checkpoint
        Files.write(Files.createDirectory(checkpoint.getParent()).resolve("checkpoint.json"), kept);
        Bellamy finished = resume();
        assertThat(finished.exitCode()).isEqualTo(ExitCode.NOTHING_TO_WORK_WITH);
        assertThat(finished.err())
                .contains("has finished, its model is " + saved("m").get(0).getFileName());
        Bellamy anew = Bellamy.run(pretrain("m", ORIGINAL, SHORT).toArray(String[]::new));
        assertThat(anew.exitCode()).isZero();
        assertThat(anew.err()).contains("there was a checkpoint in").contains("replaced");
        List<Path> models = saved("m");
        assertThat(models).hasSize(2);
        // but for the manifest: the second one was compared with the first
        for (String file : List.of("weights.json", "pipeline.json", "held_out.json")) {
            assertThat(models.get(0).resolve(file))
                    .hasSameBinaryContentAs(models.get(1).resolve(file));
        }
    }

    private Bellamy resume(String... more) {
        List<String> arguments = pretrain("m", ORIGINAL, "--resume");
        // what is given twice is an error
        if (!List.of(more).contains("--trials")) {
            arguments.addAll(List.of(SHORT).subList(0, 2));
        }
        arguments.addAll(List.of(SHORT).subList(2, 4));
        arguments.addAll(List.of(more));
        return Bellamy.run(arguments.toArray(String[]::new));
    }
}

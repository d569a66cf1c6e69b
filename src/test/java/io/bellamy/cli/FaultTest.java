package io.bellamy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.natives.TensorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a night may bring: processes that are killed, disks that are full or read-only, damage, a clock that was set back. */
class FaultTest extends OwnModelCases {

    /** How many pretrainings are killed; see pom.xml. */
    private static final int KILLS = Integer.getInteger("fault.kills", 5);

    /** Below the size of ensemble.json, in blocks of 512 bytes and of 1024. */
    private static final List<String> SMALL_FILES = List.of("sh", "-c", "ulimit -f 6 && exec \"$@\"", "sh");

    /** Permissions then hold for root too. */
    static final List<String> NO_PRIVILEGES = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--");

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void killedAtAnyMomentItLeavesWholeModelsAndNothingElse() throws Exception {
        String[] pretrain = own.arguments("pretrain", "-a", "wordcount", "--force", "--keep", "2");
        long start = System.nanoTime();
        try (BellamyProcess undisturbed = BellamyProcess.start(folder.resolve("err"), List.of(pretrain))) {
            assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
        }
        long usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        SplittableRandom random = new SplittableRandom(1);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            try (BellamyProcess victim = BellamyProcess.start(folder.resolve("err"), List.of(pretrain))) {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextLong(usual));
                do {
                    answers();
                } while (System.nanoTime() < end);
                killed += victim.killAfter(0) ? 1 : 0;
            }
            answers();
            assertThat(own.models("verify").exitCode()).isZero();
            Bellamy next = Bellamy.run(pretrain);
            assertThat(next.exitCode()).as(next.err()).isZero();
            assertThat(entries())
                    .as("versions, latest and the lock")
                    .hasSizeBetween(4, 5)
                    .allMatch(name -> name.matches("\\d{8}T\\d{6}\\.\\d{3}Z|latest|\\.lock"));
            answers();
        }
        assertThat(killed).isPositive();
    }

    @Test
    void whereTheDiskIsFullTheModelsStayAsTheyWere() throws Exception {
        // unpacks the engine, which is done once and would find no room either
        TensorEngine.newManager().close();
        List<String> before = entries();
        try (BellamyProcess full = BellamyProcess.startUnder(
                SMALL_FILES, folder.resolve("err"), List.of(own.arguments("pretrain", "-a", "wordcount")))) {
            assertThat(full.exitCode()).as(full.err()).isEqualTo(1);
            assertThat(full.err())
                    .contains("bellamy: can't save a model in " + own.wordcount()
                            + ": the file would be larger than is allowed");
        }
        assertThat(entries())
                .as("beside the lock and a checkpoint, which the next pretraining takes away")
                .filteredOn(name -> !name.equals(".lock") && !name.equals(".checkpoint"))
                .containsExactlyElementsOf(before);
        answers();
    }

    @Test
    void aReadOnlyFolderIsToldBeforeTheWork() throws Exception {
        assumeTrue(holds(NO_PRIVILEGES), "permissions hold for root only with setpriv");
        Files.setPosixFilePermissions(own.wordcount(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try (BellamyProcess refused = BellamyProcess.startUnder(
                NO_PRIVILEGES, folder.resolve("err"), List.of(own.arguments("pretrain", "-a", "wordcount")))) {
            assertThat(refused.exitCode()).as(refused.err()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("bellamy: can't change the models in " + own.wordcount(), ".lock: permission denied")
                    .doesNotContain("trials");
        } finally {
            Files.setPosixFilePermissions(own.wordcount(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        answers();
    }

    /** A bit flipped in the hour that {@code latest} names makes it a later one, or an earlier one. */
    @ParameterizedTest
    @CsvSource({
        "latest, 20261201T003754.123Z",
        "latest, 20261201T013754.123Z",
        "VERSION/manifest.json, 20261201T003754.123Z",
        "VERSION/manifest.sha256, 20261201T003754.123Z",
        "VERSION/pipeline.json, 20261201T003754.123Z",
        "VERSION/ensemble.json, 20261201T003754.123Z",
        "VERSION/held_out.json, 20261201T003754.123Z"
    })
    void aDamagedByteInAnyFileIsRefusedOrAnotherVersionAnswers(String name, String second) throws IOException {
        String first = latest();
        assertThat(own.pretrain("-a", "wordcount", "--force").exitCode()).isZero();
        renamePublished(second);
        Path file = own.wordcount().resolve(name.replace("VERSION", second));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        Bellamy refused = own.predict("--strict");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith("bellamy: ")
                .contains(file.getParent() + "/")
                .contains(file.getFileName().toString());
        Bellamy answer = own.predict();
        assertThat(answer.exitCode()).isZero();
        // of the file that names the published version the newest one needs no damage
        String answering = name.equals("latest") ? second : first;
        assertThat(answer.err()).contains("WARN  ", "version " + answering + " answers instead");
        assertThat(new ObjectMapper()
                        .readTree(answer.out())
                        .get("model_version")
                        .asText())
                .isEqualTo(answering);
        assertThat(own.models("verify").exitCode()).isEqualTo(1);

        assertThat(own.pretrain("-a", "wordcount", "--if-stale", "--force").exitCode())
                .isZero();
        answers();
    }

    @Test
    void whereTheClockWasSetBackTheNewModelAnswersAllTheSame() throws IOException {
        String future = "29990101T000000.000Z";
        renamePublished(future);
        answers();

        assertThat(own.pretrain("-a", "wordcount", "--force").exitCode()).isZero();
        assertThat(latest()).isEqualTo("29990101T000000.001Z");
        answers();
    }

    /** As if it had been made at another time. */
    private void renamePublished(String version) throws IOException {
        Path renamed =
                Files.move(own.wordcount().resolve(latest()), own.wordcount().resolve(version));
        Path manifest = renamed.resolve("manifest.json");
        String content = Files.readString(manifest).replace(latest(), version);
        Files.writeString(manifest, content);
        Files.writeString(renamed.resolve("manifest.sha256"), DigestUtils.sha256Hex(content) + "  manifest.json\n");
        Files.writeString(own.wordcount().resolve("latest"), version + "\n");
    }

    /** The published model is whole, and answers. */
    private void answers() throws IOException {
        Bellamy answer = own.predict("--strict");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(new ObjectMapper().readTree(answer.out()).get("predictions")).hasSize(7);
    }

    private String latest() throws IOException {
        return Files.readString(own.wordcount().resolve("latest")).strip();
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(own.wordcount())) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    static boolean holds(List<String> starter) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(starter.stream(), Stream.of("true"))
                                    .toList())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}

package io.bellamy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellamy.model.Layer;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.LockedModelException;
import io.bellamy.training.FineTunableNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    private Path folder;

    @Test
    void whatIsReadBackIsWhatWasSaved() {
        assertThat(publish()).isEqualTo("20260102T030405.678Z");
        Reading reading = models().current(true);
        assertThat(reading.warnings()).isEmpty();
        StoredModel read = reading.model();
        for (Layer layer : SmallModels.WEIGHTS.shape().layers()) {
            assertThat(((FineTunableNetwork) read.model()).weights().matrix(layer))
                    .isDeepEqualTo(SmallModels.WEIGHTS.matrix(layer));
        }
        assertThat(read.pipeline()).isEqualTo(SmallModels.PIPELINE);
        assertThat(models().heldOut("20260102T030405.678Z")).isEqualTo(SmallModels.HELD_OUT);
        assertThat(read.manifest().files()).containsOnlyKeys("weights.json", "pipeline.json", "held_out.json");
        assertThat(models().verified("20260102T030405.678Z")).isEqualTo(read.manifest());
    }

    @Test
    void aNewVersionComesAfterTheOthersThoughTheClockWasSetBack() {
        String first = publish();
        String second;
        try (ModelWriter writer = at(NOW.minus(Duration.ofDays(30))).write(false)) {
            second = writer.add(SmallModels.network(), model -> {});
            writer.publish(second);
        }
        assertThat(List.of(first, second)).containsExactly("20260102T030405.678Z", "20260102T030405.679Z");
        assertThat(models().current(true).model().manifest().version()).isEqualTo(second);
    }

    @Test
    void aVersionThatIsNotFitIsNotThereAndAddingOneDoesNotPublishIt() {
        try (ModelWriter writer = models().write(false)) {
            assertThatThrownBy(() -> writer.add(SmallModels.network(), model -> {
                        throw new DamagedModelException("predicts nonsense");
                    }))
                    .hasMessage("predicts nonsense");
        }
        assertThat(entries()).containsExactly(".lock");
        String first = publish();
        try (ModelWriter writer = models().write(false)) {
            writer.add(SmallModels.network(), model -> {});
        }
        assertThat(models().published()).contains(first);
    }

    /** As a program wrote them that published all and named none. */
    @Test
    void whereNoVersionWasEverNamedTheNewestAnswersUntilAnotherIsAdded() throws IOException {
        publish();
        String newest = publish();
        Files.delete(home().resolve("latest"));
        assertThat(models().current(true).model().manifest().version()).isEqualTo(newest);
        try (ModelWriter writer = models().write(false)) {
            writer.add(SmallModels.heldBack(), model -> {});
        }
        assertThat(models().current(true).model().manifest().version()).isEqualTo(newest);
    }

    @Test
    void whatWasCutShortIsNotSeenAndGoneAfterTheNextOne() throws IOException {
        String version = publish();
        for (String left : List.of(
                ".aside.00000000-0000-0000-0000-000000000000",
                ".probe.00000000-0000-0000-0000-000000000000",
                ".20270102T030405.678Z.00000000-0000-0000-0000-000000000000")) {
            Files.writeString(Files.createDirectories(home().resolve(left)).resolve("manifest.json"), "{");
        }
        Files.createDirectory(home().resolve(".of the user"));
        Files.createDirectory(home().resolve("99999999T999999.999Z"));
        assertThat(models().names()).containsExactly(version);
        String second = publish();
        assertThat(entries())
                .containsExactlyInAnyOrder(".lock", ".of the user", "99999999T999999.999Z", "latest", version, second);
    }

    @Test
    void whoMayReadAVersionIsUpToTheUmask() throws IOException {
        Path usual = Files.createDirectory(folder.resolve("usual"));
        assertThat(Files.getPosixFilePermissions(home().resolve(publish())))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "manifest.sha256", "weights.json", "pipeline.json", "held_out.json"})
    void aDamagedTruncatedOrMissingFileIsNamed(String name) throws IOException {
        String version = publish();
        Path file = home().resolve(version).resolve(name);
        byte[] content = Files.readAllBytes(file);
        for (int place = 0; place < content.length; place += Math.max(1, content.length / 40)) {
            byte[] damaged = content.clone();
            damaged[place] ^= 1;
            Files.write(file, damaged);
            assertNamed(version, file.getFileName());
        }
        Files.write(file, Arrays.copyOf(content, content.length / 2));
        assertNamed(version, file.getFileName());
        Files.delete(file);
        assertNamed(version, file.getFileName());
        Files.createDirectory(file);
        assertNamed(version, file.getFileName());
    }

    private void assertNamed(String version, Path name) {
        for (Callable<?> reading : List.<Callable<?>>of(
                () -> models().read(version), () -> models().verified(version), () -> models().current(false))) {
            assertThatThrownBy(reading::call)
                    .isInstanceOf(DamagedModelException.class)
                    .hasMessageContaining(home().resolve(version).toString())
                    .hasMessageContaining(name.toString());
        }
    }

    @Test
    void aForeignFileAndAForeignVersionAreNamed() throws IOException {
        String version = publish();
        Path file = Files.writeString(home().resolve(version).resolve("extra.bin"), "");
        assertThatThrownBy(() -> models().read(version))
                .isInstanceOf(DamagedModelException.class)
                .hasMessage(file + ": does not belong to this model");
        Files.delete(file);
        Path other = Files.move(home().resolve(version), home().resolve("20250102T030405.678Z"));
        assertThatThrownBy(() -> models().verified("20250102T030405.678Z"))
                .isInstanceOf(DamagedModelException.class)
                .hasMessage(other.resolve("manifest.json") + ": belongs to c3o/grep/" + version);
        Path sort = Files.createDirectories(folder.resolve("c3o/sort"));
        Files.move(other, sort.resolve(version));
        assertThatThrownBy(() -> new ModelStore(folder, Clock.systemUTC(), SmallModels.CODECS)
                        .of("c3o", "sort")
                        .verified(version))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageEndingWith(": belongs to c3o/grep/" + version);
    }

    @Test
    void aManifestNamesNoFilesElsewhere() throws IOException {
        Path version = home().resolve(publish());
        Path manifest = version.resolve("manifest.json");
        String latest = DigestUtils.sha256Hex(Files.readAllBytes(home().resolve("latest")));
        String signed = Files.readString(manifest)
                .replaceFirst("\"files\" : \\{", "\"files\" : {\"../latest\" : \"" + latest + "\",");
        Files.writeString(manifest, signed);
        Files.writeString(version.resolve("manifest.sha256"), DigestUtils.sha256Hex(signed) + "  manifest.json\n");
        assertThatThrownBy(() -> models().verified(version.getFileName().toString()))
                .isInstanceOf(DamagedModelException.class)
                .hasMessage(manifest + ": names files that no model has");
    }

    @Test
    void forADamagedOneTheNewestBeforeItAnswersSoonerThanOneAfterIt() throws IOException {
        List<String> versions = List.of(publish(), publish(), publish(), publish());
        try (ModelWriter writer = models().write(false)) {
            writer.rollBack(versions.get(2));
        }
        damage(versions.get(2));
        assertThat(models().current(false).model().manifest().version()).isEqualTo(versions.get(1));
        damage(versions.get(0));
        damage(versions.get(1));
        assertThat(models().current(false).model().manifest().version()).isEqualTo(versions.get(3));
    }

    @Test
    void anotherFormatVersionIsRefused() throws IOException {
        String version = publish();
        Path file = home().resolve(version).resolve("manifest.json");
        Files.delete(file.resolveSibling("manifest.sha256"));
        Files.writeString(file, "{\"format_version\": 99, \"what\": \"another program wrote\"}");
        assertThatThrownBy(() -> models().current(false))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining("has format version 99, this program reads 2 to 4");
    }

    @Test
    void anotherIntactVersionAnswersForADamagedOneButOneHeldBackLast() throws IOException {
        String oldest = publish();
        String heldBack;
        try (ModelWriter writer = models().write(false)) {
            heldBack = writer.add(SmallModels.heldBack(), model -> {});
        }
        String published = publish();
        damage(published);
        Reading reading = models().current(false);
        assertThat(reading.model().manifest().version()).isEqualTo(oldest);
        assertThat(reading.warnings())
                .containsExactly(
                        home().resolve(published).resolve("weights.json")
                                + ": is not the file that was saved (its SHA-256 differs)",
                        "version " + oldest + " answers instead");
        assertThatThrownBy(() -> models().current(true))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(published);
        damage(oldest);
        assertThat(models().current(false).model().manifest().version()).isEqualTo(heldBack);
        damage(heldBack);
        assertThatThrownBy(() -> models().current(false)).hasMessageContaining(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "20260102T030405.678Z\nand more", "../../etc", "20990102T030405.678Z\n"})
    void whereTheFileThatNamesThePublishedVersionIsDamagedTheNewestAnswers(String content) throws IOException {
        String version = publish();
        Files.writeString(home().resolve("latest"), content);
        Reading reading = models().current(false);
        assertThat(reading.model().manifest().version()).isEqualTo(version);
        assertThat(reading.warnings()).hasSize(2);
        assertThatThrownBy(() -> models().current(true)).isInstanceOf(DamagedModelException.class);
        assertThatThrownBy(() -> models().requirePublished())
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(home().resolve("latest").toString());
        try (ModelWriter writer = models().write(false)) {
            writer.add(SmallModels.network(), model -> {});
            assertThat(writer.prune(1)).as("what is published is not known").isEmpty();
        }
    }

    @Test
    void theOldestArePrunedButNeverThePublishedOne() {
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            versions.add(publish());
        }
        try (ModelWriter writer = models().write(false)) {
            writer.rollBack(versions.get(4));
            assertThat(models().rolledBack()).isFalse();
            writer.rollBack(versions.get(1));
            assertThat(writer.prune(2)).containsExactly(versions.get(2), versions.get(0));
        }
        assertThat(models().names()).containsExactly(versions.get(4), versions.get(3), versions.get(1));
        assertThat(models().rolledBack()).isTrue();
        try (ModelWriter writer = models().write(false)) {
            writer.add(SmallModels.heldBack(), model -> {});
        }
        assertThat(models().rolledBack()).as("the newest was not there").isFalse();
        publish();
        assertThat(models().rolledBack()).isFalse();
    }

    /** A version may vanish between the moment that it is named and the moment that it is read. */
    @Test
    void readersFindWholeModelsWhileOthersPublishAndPrune() throws Exception {
        publish();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> readings = reader.submit(() -> {
                int count = 0;
                while (!done.get()) {
                    Reading reading = models().current(true);
                    assertThat(reading.warnings()).isEmpty();
                    count++;
                }
                return count;
            });
            for (int i = 0; i < 60; i++) {
                publish();
                try (ModelWriter writer = models().write(false)) {
                    writer.prune(1);
                }
            }
            done.set(true);
            assertThat(readings.get()).isPositive();
        } finally {
            reader.shutdownNow();
        }
        assertThat(models().names()).hasSize(1);
    }

    @Test
    void onlyOneMayWriteAtATime() {
        String version;
        try (ModelWriter first = models().write(false)) {
            version = first.add(SmallModels.network(), model -> {});
            assertThatThrownBy(() -> models().write(false))
                    .isInstanceOf(LockedModelException.class)
                    .hasMessageContaining(
                            "is locked by process " + ProcessHandle.current().pid());
        }
        models().write(false).close();
        assertThat(models().names()).containsExactly(version);
    }

    private void damage(String version) throws IOException {
        Files.writeString(home().resolve(version).resolve("weights.json"), "{}");
    }

    private String publish() {
        try (ModelWriter writer = models().write(false)) {
            String version = writer.add(SmallModels.network(), model -> {});
            writer.publish(version);
            return version;
        }
    }

    private List<String> entries() {
        try (Stream<Path> entries = Files.list(home())) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path home() {
        return folder.resolve("c3o/grep");
    }

    private ModelVersions models() {
        return at(NOW);
    }

    private ModelVersions at(Instant now) {
        return new ModelStore(folder, Clock.fixed(now, ZoneOffset.UTC), SmallModels.CODECS).of("c3o", "grep");
    }
}

package io.bellamy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellamy.problem.DamagedModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not as it was saved is told, and another version answers. */
class DamagedStoreTest extends StoreCases {

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
    void anotherFormatVersionIsRefused() throws IOException {
        String version = publish();
        Path file = home().resolve(version).resolve("manifest.json");
        Files.delete(file.resolveSibling("manifest.sha256"));
        Files.writeString(file, "{\"format_version\": 99, \"what\": \"another program wrote\"}");
        assertThatThrownBy(() -> models().current(false))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(
                        "has format version 99, this program reads 2 to 10: it is of a later version of Bellamy, so use that, or");
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
        ModelReading reading = models().current(false);
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
        ModelReading reading = models().current(false);
        assertThat(reading.model().manifest().version()).isEqualTo(version);
        assertThat(reading.warnings()).hasSize(2);
        assertThatThrownBy(() -> models().current(true)).isInstanceOf(DamagedModelException.class);
        assertThatThrownBy(() -> models().requirePublished())
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(home().resolve("latest").toString());
        try (ModelWriter writer = models().write(false)) {
            writer.add(SmallModels.network(), model -> {});
            assertThat(writer.prune(1)).as("what is published is not known").isEmpty();
            assertThat(Files.readString(home().resolve("latest"))).isEqualTo(content);
        }
    }

    private void damage(String version) throws IOException {
        Files.writeString(home().resolve(version).resolve("weights.json"), "{}");
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
}

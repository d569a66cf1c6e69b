package io.bellamy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellamy.golden.Golden;
import io.bellamy.golden.GoldenData;
import io.bellamy.model.Layer;
import io.bellamy.model.Weights;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.training.TrainedModel;
import io.bellamy.training.Validation;
import io.bellamy.tuning.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @TempDir
    private Path folder;

    private final Weights weights = Weights.random(Golden.SHAPE, new Seed(1).generator());

    @Test
    void whatIsReadBackIsWhatWasSaved() {
        Path saved = save();
        assertThat(saved).isEqualTo(folder.resolve("c3o/grep/20260102T030405.678Z"));
        StoredModel read = store().latest("c3o", "grep");
        for (Layer layer : Golden.SHAPE.layers()) {
            assertThat(((TrainedModel.AutoEncoder) read.model()).weights().matrix(layer))
                    .isDeepEqualTo(weights.matrix(layer));
        }
        assertThat(read.pipeline())
                .isEqualTo(
                        GoldenData.PIPELINE.fit(GoldenData.load("c3o", "grep").runs()));
        assertThat(read.manifest().files()).containsOnlyKeys("weights.json", "pipeline.json");
    }

    @Test
    void versionsOfTheSameMomentDoNotMeetAndTheNewestAnswers() {
        save();
        Path second = save();
        assertThat(second.getFileName()).hasToString("20260102T030405.679Z");
        assertThat(store().latest("c3o", "grep").manifest().version()).isEqualTo("20260102T030405.679Z");
    }

    @Test
    void whatIsHalfWrittenIsNotSeen() throws IOException {
        save();
        Files.createDirectories(folder.resolve("c3o/grep/.20270102T030405.678Z.1"));
        assertThat(store().latest("c3o", "grep").manifest().version()).isEqualTo("20260102T030405.678Z");
    }

    @Test
    void whoMayReadAVersionIsUpToTheUmask() throws IOException {
        Path usual = Files.createDirectory(folder.resolve("usual"));
        assertThat(Files.getPosixFilePermissions(save())).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "weights.json", "pipeline.json"})
    void aDamagedOrMissingFileIsNamed(String name) throws IOException {
        Path file = save().resolve(name);
        String content = Files.readString(file);
        Files.writeString(file, content.substring(0, content.length() / 2));
        assertThatThrownBy(() -> store().latest("c3o", "grep"))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(file.toString());
        Files.delete(file);
        assertThatThrownBy(() -> store().latest("c3o", "grep"))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void anotherFormatVersionIsRefused() throws IOException {
        Path file = save().resolve("manifest.json");
        Files.writeString(file, "{\"format_version\": 99, \"what\": \"another program wrote\"}");
        assertThatThrownBy(() -> store().latest("c3o", "grep"))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining("has format version 99, this program reads 2");
    }

    private ModelStore store() {
        return new ModelStore(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path save() {
        Manifest.TrialSummary trial = new Manifest.TrialSummary(
                0, Map.of("lr", 0.01), 3, 2, Map.of("loss", 1.0, "mae", 2.0, "mse", 3.0), false);
        return store().save(
                        "c3o",
                        "grep",
                        (version, created) -> new StoredModel(
                                new Manifest(
                                        Manifest.FORMAT,
                                        "c3o",
                                        "grep",
                                        version,
                                        created,
                                        "1",
                                        "17",
                                        "0.36.0",
                                        Manifest.Settings.of("seed: 1", Map.of("--epochs", 3L)),
                                        1,
                                        List.of(),
                                        648,
                                        162,
                                        new Validation(1, 2, 3),
                                        trial,
                                        List.of(trial),
                                        3,
                                        1.5,
                                        Map.of()),
                                new TrainedModel.AutoEncoder(weights),
                                GoldenData.PIPELINE.fit(
                                        GoldenData.load("c3o", "grep").runs())));
    }
}

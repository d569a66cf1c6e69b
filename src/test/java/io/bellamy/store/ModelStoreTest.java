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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelStoreTest extends StoreCases {

    @Test
    void whatIsReadBackIsWhatWasSaved() {
        assertThat(publish()).isEqualTo("20260102T030405.678Z");
        ModelReading reading = models().current(true);
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
                    ModelReading reading = models().current(true);
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

    private List<String> entries() {
        try (Stream<Path> entries = Files.list(home())) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void worseIsWhatIsBeyondTheMarginOrNoNumber() {
        assertThat(new Comparison("20260102T030405.678Z", 9, 1.25, 1, 0.25, false).worse())
                .isFalse();
        assertThat(new Comparison("20260102T030405.678Z", 9, 1.26, 1, 0.25, false).worse())
                .isTrue();
        assertThat(new Comparison("20260102T030405.678Z", 9, Double.NaN, 1, 0.25, false).worse())
                .isTrue();
        // a little may be what new runs tell, whatever share it is
        assertThat(new Comparison("20260102T030405.678Z", 9, 0.069, 0.02, 0.25, false).worse())
                .isFalse();
        assertThat(new Comparison("20260102T030405.678Z", 9, 0.071, 0.02, 0.25, false).worse())
                .isTrue();
    }
}

package io.bellamy.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.golden.GoldenData;
import io.bellamy.service.ModelKinds;
import io.bellamy.store.EnsembleCodec;
import io.bellamy.store.ModelCodec;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.EnsembleTrainer;
import io.bellamy.update.PretrainingTask.Pretrained;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A pretraining that is sent elsewhere: values in, values out. */
class PretrainingTaskTest {

    private static final Configuration SMALL =
            ConfigurationReader.read(Path.of("src/test/resources/stored/config.yml"), ModelKinds.ALL.names());
    private static final List<ModelCodec<?>> CODECS = List.of(new EnsembleCodec());

    private static PretrainingTask task(long seed) {
        return new PretrainingTask(
                GoldenData.load("c3o", "sort").runs(),
                new EnsembleTrainer(
                        SMALL.pipeline(), SMALL.ensemble().orElseThrow().withSteps(20)),
                SMALL.search(),
                seed);
    }

    private static Pretrained run(PretrainingTask task) {
        return task.run(CODECS, (finished, running, epochs, spared) -> {}, Checkpoints.NONE)
                .orElseThrow();
    }

    @Test
    void theSameTaskGivesTheSameBytesWhereverItIsDone() {
        CompletableFuture<Pretrained> elsewhere = CompletableFuture.supplyAsync(() -> run(task(1)));
        Pretrained here = run(task(1));
        assertThat(elsewhere.join().model().files()).hasSize(3).allSatisfy((name, bytes) -> assertThat(bytes)
                .as(name)
                .isEqualTo(here.model().files().get(name)));
        assertThat(elsewhere.join().search()).isEqualTo(here.search());
        assertThat(run(task(2)).model().files().get("ensemble.json"))
                .isNotEqualTo(here.model().files().get("ensemble.json"));
    }
}

package io.bellamy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.golden.GoldenData;
import io.bellamy.job.Run;
import io.bellamy.natives.TensorEngine;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.training.AdaptableEnsemble;
import io.bellamy.training.AdaptedCurve;
import io.bellamy.training.EnsembleTraining;
import io.bellamy.training.SyntheticRuns;
import io.bellamy.training.TrainedEnsemble;
import io.bellamy.tuning.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsembleStoreTest {

    private static final FeaturePipeline PIPELINE = GoldenData.PIPELINE;

    @TempDir
    private Path folder;

    private final List<Run> runs = runs();

    /** All kinds of columns: numbers in texts too. */
    private static List<Run> runs() {
        List<Run> runs = new ArrayList<>(SyntheticRuns.contexts(3));
        runs.addAll(GoldenData.load("c3o", "kmeans").runs().subList(0, 60));
        return runs;
    }

    private AdaptableEnsemble trained() {
        try (NDManager manager = TensorEngine.newManager();
                EnsembleTraining training = new EnsembleTraining(
                        manager, runs, PIPELINE, SyntheticRuns.OPTIONS.withSteps(10), new Seed(1))) {
            training.run(10);
            TrainedEnsemble trained = training.trained();
            return new AdaptableEnsemble(trained.ensemble(), trained.prior(), Optional.empty());
        }
    }

    private ModelVersions models() {
        return new ModelStore(folder, Clock.systemUTC(), SmallModels.CODECS).of("c3o", "sort");
    }

    /** Its folder. */
    private Path save(AdaptableEnsemble model) {
        try (ModelWriter writer = models().write(false)) {
            String version = writer.add(
                    SmallModels.of("sort", SmallModels.CODECS, model, PIPELINE.fit(runs), Optional.empty()),
                    read -> {});
            writer.publish(version);
            return folder.resolve("c3o/sort").resolve(version);
        }
    }

    @Test
    void whatIsReadBackIsTheSameAndSaysTheSame() {
        AdaptableEnsemble model = trained();
        save(model);
        StoredModel read = models().current(true).model();
        assertThat(read.model()).isEqualTo(model);
        assertThat(read.manifest().files()).containsOnlyKeys("ensemble.json", "pipeline.json", "held_out.json");
        AdaptableEnsemble again = (AdaptableEnsemble) read.model();
        List<Run> points = runs.subList(0, 2);
        AdaptedCurve before = AdaptedCurve.of(model.ensemble(), model.prior(), points);
        AdaptedCurve after = AdaptedCurve.of(again.ensemble(), again.prior(), points);
        for (Run run : runs) {
            assertThat(after.at(run.scaleOut(), run.properties()))
                    .isEqualTo(before.at(run.scaleOut(), run.properties()));
        }
    }

    @Test
    void everyFlippedByteIsTold() throws IOException {
        Path file = save(trained()).resolve("ensemble.json");
        byte[] bytes = Files.readAllBytes(file);
        for (int place = 0; place < bytes.length; place += bytes.length / 20) {
            byte[] damaged = bytes.clone();
            damaged[place] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(() -> models().current(true).model())
                    .isInstanceOf(DamagedModelException.class)
                    .hasMessageContaining(file.toString());
        }
        Files.write(file, bytes);
        assertThat(models().current(true).model().model()).isInstanceOf(AdaptableEnsemble.class);
    }

    /** The digest is right, but there are three weights too many, or decimals and too few. */
    @ParameterizedTest
    @CsvSource({
        "'\"weights\" : \"', '\"weights\" : \"AAAAPwAAAD8AAAA/'",
        "'\"weights\" : \"[^\"]*\"', '\"weights\" : [0.5]'"
    })
    void weightsThatDoNotFitTheNetworkAreTold(String from, String to) throws IOException {
        Path version = save(trained());
        Path file = version.resolve("ensemble.json");
        String content = Files.readString(file);
        String wrong = content.replaceFirst(from, to);
        assertThat(wrong).isNotEqualTo(content);
        Files.writeString(file, wrong);
        Path manifest = version.resolve("manifest.json");
        String told = Files.readString(manifest).replace(DigestUtils.sha256Hex(content), DigestUtils.sha256Hex(wrong));
        Files.writeString(manifest, told);
        Files.writeString(version.resolve("manifest.sha256"), DigestUtils.sha256Hex(told) + "  manifest.json\n");
        assertThatThrownBy(() -> models().current(true).model())
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("a network of ");
    }
}

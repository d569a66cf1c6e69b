package io.bellamy.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellamy.config.Configuration;
import io.bellamy.config.ConfigurationReader;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.model.Ensemble;
import io.bellamy.model.TrainedModel;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.Limits;
import io.bellamy.service.ModelKinds;
import io.bellamy.store.EnsembleCodec;
import io.bellamy.store.Manifest;
import io.bellamy.store.ModelCodec;
import io.bellamy.store.ModelStore;
import io.bellamy.store.ModelVersions;
import io.bellamy.store.PackedModel;
import io.bellamy.store.StoredModel;
import io.bellamy.training.AdaptableEnsemble;
import io.bellamy.training.SearchRecord;
import io.bellamy.tuning.Trial;
import io.bellamy.tuning.TrialResult;
import io.bellamy.tuning.TrialState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates with models that training would hardly make. */
class ModelUpdateTest {

    private static final Path STORED = Path.of("src/test/resources/stored");
    private static final UpdateOptions FORCED = new UpdateOptions(5, 0.25, true, false, false, Resumption.NEVER);

    private static final List<ModelCodec<?>> CODECS = List.of(new EnsembleCodec());

    @TempDir
    private Path folder;

    private final Configuration configuration =
            ConfigurationReader.read(STORED.resolve("config.yml"), ModelKinds.ALL.names());
    private final StoredModel good = new ModelStore(
                    STORED.resolve("format-" + Manifest.FORMAT), Clock.systemUTC(), CODECS)
            .of("own", "wordcount")
            .current(true)
            .model();

    @Test
    void aModelThatDoesNotAnswerForItsOwnDataIsNeitherPublishedNorKept() {
        UpdateOutcome first = update(good.model());
        assertThat(first.state()).isEqualTo(UpdateOutcome.State.PUBLISHED);
        // that of the training, wherever it was done, and however long it waited there
        assertThat(first.manifest().seconds()).isEqualTo(7.5);
        AdaptableEnsemble whole = (AdaptableEnsemble) good.model();
        Ensemble members = whole.ensemble();
        for (double shift : new double[] {-1e200, 1e200}) {
            Ensemble off = new Ensemble(members.mean() + shift, members.deviation(), members.members());
            assertThatThrownBy(() -> update(new AdaptableEnsemble(off, whole.prior(), Optional.empty())))
                    .isInstanceOf(DamagedModelException.class)
                    .hasMessageContaining("the new model of own wordcount predicts ")
                    .hasMessageContaining("for a run of its own training data");
        }
        ModelVersions versions = store().of("own", "wordcount");
        assertThat(versions.names()).containsExactly(first.manifest().version());
        assertThat(versions.current(true).model().manifest()).isEqualTo(first.manifest());
    }

    private UpdateOutcome update(TrainedModel model) {
        DatasetCatalog datasets = new DatasetCatalog(
                STORED.resolve("data"),
                DatasetCatalog.FORMATS,
                configuration.pipeline()::objection,
                Limits.DEFAULTS,
                Clock.systemUTC());
        Origin origin = new Origin(
                new Origin.Program("1", "17", "0", "program"), Manifest.Settings.of("", Map.of()), 0, 1, 100);
        TrialResult best = new TrialResult(
                new Trial(0, Map.of("lr", 0.02)), TrialState.COMPLETE, Optional.empty(), Optional.empty());
        SearchRecord search = new SearchRecord(best, good.manifest().validation(), List.of(best), Map.of(), 36, 36);
        PretrainingTask.Pretrained result = new PretrainingTask.Pretrained(
                PackedModel.of(CODECS, model, good.pipeline(), List.of()), search, List.of(), "amd64", 7.5);
        return new ModelUpdate(datasets, store(), origin, (dataset, checkpoints) -> result)
                .run("own", "wordcount", FORCED);
    }

    private ModelStore store() {
        return new ModelStore(folder, Clock.systemUTC(), CODECS);
    }
}

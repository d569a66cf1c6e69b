package io.bellamy.update;

import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.data.RunsDigest;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.store.Checkpoint;
import io.bellamy.store.CheckpointKey;
import io.bellamy.store.Comparison;
import io.bellamy.store.Fingerprint;
import io.bellamy.store.ModelReading;
import io.bellamy.store.ModelStore;
import io.bellamy.store.ModelVersions;
import io.bellamy.store.ModelWriter;
import io.bellamy.store.NewModel;
import io.bellamy.training.Checkpoints;
import io.bellamy.update.UpdateOutcome.State;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One update of the model of an algorithm, from the data to the version that answers. */
public final class ModelUpdate {

    private static final Logger LOG = LoggerFactory.getLogger(ModelUpdate.class);

    private final DatasetCatalog datasets;
    private final ModelStore store;
    private final Origin origin;
    private final BiFunction<Dataset, Checkpoints, PretrainingTask.Pretrained> training;

    /**
     * Prepares updates.
     *
     * @param datasets where the runs are
     * @param store where the models are
     * @param origin what a model comes from
     * @param training trains a model, and is given where it keeps its checkpoints
     */
    public ModelUpdate(
            DatasetCatalog datasets,
            ModelStore store,
            Origin origin,
            BiFunction<Dataset, Checkpoints, PretrainingTask.Pretrained> training) {
        this.datasets = datasets;
        this.store = store;
        this.origin = origin;
        this.training = training;
    }

    /**
     * Updates the model of an algorithm.
     *
     * @throws io.bellamy.problem.LockedModelException if another process does, and there is no waiting
     */
    public UpdateOutcome run(String target, String algorithm, UpdateOptions options) {
        ModelVersions versions = store.of(target, algorithm);
        Optional<UpdateOutcome> settled = settled(versions, options);
        if (settled.isPresent()) {
            return settled.get();
        }
        // what is wrong with the data is told before a folder is made or a lock is waited for
        Dataset dataset = datasets.load(target, algorithm);
        settled = settled(versions, options, dataset);
        if (settled.isPresent()) {
            return settled.get();
        }
        try (ModelWriter writer = versions.write(options.waits())) {
            writer.prepare();
            // another process may just have done it
            settled = settled(versions, options);
            return settled.isPresent() ? settled.get() : update(versions, writer, options);
        }
    }

    /** Are the files the same? */
    private Optional<UpdateOutcome> settled(ModelVersions versions, UpdateOptions options) {
        return settled(
                versions,
                options,
                () -> origin.fingerprint(datasets.digest(versions.target(), versions.algorithm()), "")::hasDataOf);
    }

    /** Are the job's runs the same, whatever changed in the files beside them? */
    private Optional<UpdateOutcome> settled(ModelVersions versions, UpdateOptions options, Dataset dataset) {
        return settled(versions, options, () -> origin.fingerprint("", runs(dataset))::hasRunsOf);
    }

    private static Optional<UpdateOutcome> settled(
            ModelVersions versions, UpdateOptions options, Supplier<Predicate<Fingerprint>> same) {
        return options.ifStale()
                ? new Freshness(versions)
                        .settled(same.get())
                        .filter(outcome -> outcome.state() != State.HELD_BACK || !options.force())
                : Optional.empty();
    }

    private static String runs(Dataset dataset) {
        return RunsDigest.of(dataset.definitions(), dataset.known());
    }

    private UpdateOutcome update(ModelVersions versions, ModelWriter writer, UpdateOptions options) {
        // before the data: where they change meanwhile, the model looks stale, not fresh
        String data = datasets.digest(versions.target(), versions.algorithm());
        Dataset dataset = datasets.load(versions.target(), versions.algorithm());
        Checkpoint checkpoint = checkpoint(versions, origin.checkpointKey(data), options.resumption());
        PretrainingTask.Pretrained result = training.apply(dataset, checkpoint);
        UpdateOutcome outcome = save(versions, writer, options, dataset, data, result, checkpoint.secondsBefore());
        checkpoint.remove();
        writer.prune(options.keep()).forEach(removed -> LOG.info("removed version {}", removed));
        return outcome;
    }

    private static Checkpoint checkpoint(ModelVersions versions, CheckpointKey key, Resumption resumption) {
        return switch (resumption) {
            case NEVER -> versions.beginCheckpoint(key);
            case ALWAYS -> versions.resumeCheckpoint(key);
            case WHERE_INTERRUPTED ->
                versions.hasCheckpoint() ? versions.resumeCheckpoint(key) : versions.beginCheckpoint(key);
        };
    }

    private UpdateOutcome save(
            ModelVersions versions,
            ModelWriter writer,
            UpdateOptions options,
            Dataset dataset,
            String data,
            PretrainingTask.Pretrained result,
            double secondsBefore) {
        Optional<ModelReading> current = current(versions);
        Optional<Comparison> comparison = current.map(
                        reading -> reading.model().manifest().version())
                .flatMap(version -> new HeldOutComparison(
                                version, versions.heldOut(version), options.margin(), options.force())
                        .with(result.heldOut()));
        NewManifest manifest = new NewManifest(
                dataset, data, runs(dataset), origin, result, comparison, secondsBefore + result.seconds());
        String version = writer.add(
                new NewModel(result.model(), manifest::manifest), new SmokePrediction(dataset, origin.seed())::check);
        UpdateOutcome outcome =
                new UpdateOutcome(State.PUBLISHED, versions.verified(version), versions.folder(version));
        if (outcome.manifest().heldBack()) {
            // where the published one is damaged, the one that answers instead takes its place
            current.filter(reading -> !reading.warnings().isEmpty())
                    .ifPresent(
                            reading -> writer.publish(reading.model().manifest().version()));
            outcome = new UpdateOutcome(State.HELD_BACK, outcome.manifest(), outcome.folder());
        } else {
            writer.publish(version);
        }
        return outcome;
    }

    /** What answers at present; where all are damaged, there is nothing to compare with. */
    private static Optional<ModelReading> current(ModelVersions versions) {
        if (versions.names().isEmpty()) {
            return Optional.empty();
        }
        try {
            ModelReading reading = versions.current(false);
            reading.warnings().forEach(LOG::warn);
            return Optional.of(reading);
        } catch (DamagedModelException damaged) {
            LOG.warn("{}", damaged.getMessage());
            return Optional.empty();
        }
    }
}

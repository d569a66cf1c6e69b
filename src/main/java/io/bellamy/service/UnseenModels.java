package io.bellamy.service;

import io.bellamy.checking.AlgorithmCheck;
import io.bellamy.checking.JobCheck.Expectations;
import io.bellamy.data.Dataset;
import io.bellamy.data.Dataset.DataFile;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.Run;
import io.bellamy.model.TrainedModel;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.store.Manifest;
import io.bellamy.store.ModelVersions;
import io.bellamy.training.SearchableTrainer;
import io.bellamy.tuning.Seed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models that have not seen the runs since a day: a stored version that is older and learned from no more runs than there were
 * before, else one that is made of these runs now, as the configuration has it and without a search.
 */
final class UnseenModels {

    private static final Logger LOG = LoggerFactory.getLogger(UnseenModels.class);

    /** Where a day begins first. */
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private final Workspace workspace;
    private final CompanionRuns companions;

    /**
     * A model and where it comes from.
     *
     * @param trained the model
     * @param expectations where it comes from
     */
    record Unseen(TrainedModel trained, Expectations expectations) {}

    UnseenModels(Workspace workspace, DatasetCatalog datasets) {
        this.workspace = workspace;
        this.companions = new CompanionRuns(datasets);
    }

    Unseen before(LocalDate day, Dataset dataset, AlgorithmCheck algorithm, DoubleConsumer progress) {
        return stored(day, dataset).orElseGet(() -> {
            List<Run> runs = algorithm.before(day);
            SearchableTrainer trainer = workspace
                    .trainer(workspace.configuration().pretraining())
                    .beside(companions.of(dataset).only(run -> run.measured()
                            .filter(own -> own.isBefore(day))
                            .isPresent()));
            return new Unseen(
                    trainer.train(runs, new Seed(workspace.seed()).stream("check"), progress),
                    new Expectations(Optional.empty(), runs.size()));
        });
    }

    private Optional<Unseen> stored(LocalDate day, Dataset dataset) {
        ModelVersions versions = workspace.models().of(dataset.target(), dataset.algorithm());
        long known = dataset.runs().stream()
                .filter(run -> run.measured().map(own -> own.isBefore(day)).orElse(true))
                .count();
        for (String name : versions.names()) {
            try {
                Manifest manifest = versions.manifest(name);
                if (!manifest.heldBack() && runs(manifest) <= known && isOlder(manifest, day)) {
                    return Optional.of(new Unseen(
                            versions.read(name).model(), new Expectations(Optional.of(name), manifest.trainingRows())));
                }
            } catch (DamagedModelException damaged) {
                LOG.warn("{}", damaged.getMessage());
            }
        }
        return Optional.empty();
    }

    /** All that there were when it was made, those included that it was judged by. */
    private static int runs(Manifest manifest) {
        return manifest.data().stream().mapToInt(DataFile::runs).sum();
    }

    private static boolean isOlder(Manifest manifest, LocalDate day) {
        try {
            return Instant.parse(manifest.created())
                    .isBefore(day.atStartOfDay(FIRST_ZONE).toInstant());
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}

package io.bellamy.service;

import io.bellamy.config.Configuration;
import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.job.JobName;
import io.bellamy.job.JoinedRuns;
import io.bellamy.numerics.Interruption;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.store.Manifest;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.PretrainingOptions;
import io.bellamy.training.SearchOptions;
import io.bellamy.training.SearchRecord;
import io.bellamy.training.SearchableTrainer;
import io.bellamy.update.ModelUpdate;
import io.bellamy.update.Origin;
import io.bellamy.update.PretrainingTask;
import io.bellamy.update.UpdateOptions;
import io.bellamy.update.UpdateOutcome;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes and publishes models. Several threads may do so side by side, of different jobs. */
public final class Pretrainings {

    /** So many jobs a processor are few. */
    private static final int FEW = 4;

    private final Workspace workspace;
    private final DatasetCatalog datasets;
    private final PretrainingOptions options;
    private final CompanionRuns companions;
    private final SearchOptions search;
    private final Origin origin;
    private final Watcher watcher;

    /**
     * What wins over the configuration, where it is given.
     *
     * @param trials how many are tried
     * @param epochs how many a trial runs at most
     * @param told all that won, by the name that whoever asked knows it by, for the manifest
     */
    public record PretrainingOverrides(Optional<Integer> trials, Optional<Integer> epochs, Map<String, Long> told) {}

    /** Sees how searches begin. Safe for several threads. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * A search begins.
         *
         * @param options how each trial trains
         * @return sees how it goes on
         */
        SearchWatcher begins(Dataset dataset, SearchOptions search, PretrainingOptions options);
    }

    /** Sees how a search goes on. */
    public interface SearchWatcher {

        /** It goes on. */
        void goesOn(int finished, int running, long epochs, long spared);

        /** It ended, with this record or with none. */
        void ended(Optional<SearchRecord> record);
    }

    /** Prepares pretraining. */
    public Pretrainings(Workspace workspace, RunningProgram program, PretrainingOverrides own, Watcher watcher) {
        Configuration configuration = workspace.configuration();
        PretrainingOptions usual = configuration.pretraining();
        this.workspace = workspace;
        this.datasets = workspace.datasets();
        this.companions = new CompanionRuns(datasets);
        this.options = own.epochs().map(usual::withEpochs).orElse(usual);
        this.search = own.trials().map(configuration.search()::withTrials).orElse(configuration.search());
        this.origin = new Origin(
                program.versions(),
                Manifest.Settings.of(configuration.text(), own.told()),
                workspace.seed(),
                search.trials(),
                options.epochs());
        this.watcher = watcher;
    }

    /**
     * All that a data set has models of: its algorithms, and, where these are several, {@link DatasetCatalog#ALL} of them
     * together, which answers about an algorithm without a model of its own.
     */
    public static Set<String> all(Workspace workspace, String target) {
        DatasetCatalog datasets = workspace.datasets();
        Set<String> all = new LinkedHashSet<>(datasets.algorithms(target));
        if (all.size() > 1
                && datasets.isJoint(target, DatasetCatalog.ALL)
                && together(workspace, workspace.configuration().pretraining()).isPresent()) {
            all.add(DatasetCatalog.ALL);
        }
        return all;
    }

    private static Optional<SearchableTrainer> together(Workspace workspace, PretrainingOptions options) {
        return workspace.trainer(options).together(JoinedRuns.ALGORITHM);
    }

    /**
     * Updates the model of a job.
     *
     * @throws io.bellamy.problem.LockedModelException if another process does, and there is no waiting
     * @throws InvalidInputException if the data are wrong, or no trial ever had a finite value
     */
    public UpdateOutcome update(JobName job, UpdateOptions how) {
        return new ModelUpdate(datasets, workspace.models(), origin, this::pretrained)
                .run(job.target(), job.algorithm(), how);
    }

    /**
     * How many jobs are done side by side: where there are few, it is rather the pieces of each that are.
     *
     * @param jobs how many there are
     */
    public static int sideBySide(int jobs) {
        int processors = Runtime.getRuntime().availableProcessors();
        return jobs > FEW * processors ? processors : 1;
    }

    /**
     * Updates the models of several algorithms; where one fails, or takes too long, the others have their turn all the same.
     *
     * @param limit of the time of each
     * @param told is told what came of each, as it comes
     */
    public void updateAll(
            String target, Set<String> algorithms, UpdateOptions how, Duration limit, Consumer<JobUpdate> told) {
        new SideBySide(algorithms, sideBySide(algorithms.size()), limit)
                .run(algorithm -> updated(new JobName(target, algorithm), how), told);
    }

    private JobUpdate updated(JobName job, UpdateOptions how) {
        try {
            return new JobUpdate.Done(job.algorithm(), update(job, how));
        } catch (RuntimeException | Error failure) {
            return new JobUpdate.Failed(job.algorithm(), failure);
        }
    }

    private PretrainingTask.Pretrained pretrained(Dataset dataset, Checkpoints checkpoints) {
        SearchableTrainer trainer = datasets.isJoint(dataset.target(), dataset.algorithm())
                ? together(workspace, options).orElseThrow()
                : workspace.trainer(options).beside(companions.of(dataset));
        SearchOptions suiting = search.suiting(trainer, dataset.runs());
        SearchWatcher seen = watcher.begins(dataset, suiting, options.withEpochs(trainer.epochs(dataset.runs())));
        Optional<PretrainingTask.Pretrained> result = Optional.empty();
        try {
            result = new PretrainingTask(dataset.runs(), trainer, suiting, workspace.seed())
                    .run(workspace.kinds().codecs(workspace.configuration()), seen::goesOn, checkpoints);
        } finally {
            seen.ended(result.map(PretrainingTask.Pretrained::search));
        }
        // what nobody waits for any more is not published
        Interruption.check();
        return result.orElseThrow(() -> new InvalidInputException(
                "no trial reached a finite " + search.metric().name().toLowerCase(Locale.ROOT)
                        + ": give smaller learning rates under tune_run.config.lr"));
    }
}

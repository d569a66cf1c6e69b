package io.bellamy.service;

import io.bellamy.config.Configuration;
import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.exchange.PretrainingOrder;
import io.bellamy.job.Companions;
import io.bellamy.job.JobName;
import io.bellamy.job.JoinedRuns;
import io.bellamy.numerics.Interruption;
import io.bellamy.numerics.Parallel;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.store.Manifest;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.SearchOptions;
import io.bellamy.training.SearchRecord;
import io.bellamy.update.ModelUpdate;
import io.bellamy.update.Origin;
import io.bellamy.update.PretrainingTask;
import io.bellamy.update.UpdateOptions;
import io.bellamy.update.UpdateOutcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Makes and publishes models. Several threads may do so side by side, of different jobs. */
public final class Pretrainings {

    private final Workspace workspace;
    private final DatasetCatalog datasets;
    private final PretrainingOverrides own;
    private final CompanionRuns companions;
    private final TrainingPlace place;
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
         * @param epochs how many a trial runs at most
         * @return sees how it goes on
         */
        SearchWatcher begins(Dataset dataset, SearchOptions search, int epochs);
    }

    /** Sees how a search goes on. */
    public interface SearchWatcher {

        /** It goes on. */
        void goesOn(int finished, int running, long epochs, long spared);

        /** It ended, with this record or with none. */
        void ended(Optional<SearchRecord> record);
    }

    /**
     * Prepares pretraining.
     *
     * @param place where models are trained
     */
    public Pretrainings(
            Workspace workspace,
            RunningProgram program,
            PretrainingOverrides own,
            TrainingPlace place,
            Watcher watcher) {
        Configuration configuration = workspace.configuration();
        this.workspace = workspace;
        this.datasets = workspace.datasets();
        this.companions = new CompanionRuns(datasets);
        this.own = own;
        this.place = place;
        this.origin = new Origin(
                program.versions(),
                Manifest.Settings.of(configuration.text(), own.told()),
                workspace.seed(),
                own.trials().orElse(configuration.search().trials()),
                own.epochs().orElse(configuration.pretraining().epochs()));
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
                && workspace
                        .trainer(workspace.configuration().pretraining())
                        .together(JoinedRuns.ALGORITHM)
                        .isPresent()) {
            all.add(DatasetCatalog.ALL);
        }
        return all;
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
     * Updates the models of several algorithms; where one fails, or takes too long, the others have their turn all the same.
     *
     * @param limit of the time of each
     * @param told is told what came of each, as it comes
     */
    public void updateAll(
            String target, Set<String> algorithms, UpdateOptions how, Duration limit, Consumer<JobUpdate> told) {
        new SideBySide(inOrder(target, algorithms), () -> place.sideBySide(algorithms.size()), limit)
                .run(algorithm -> updated(new JobName(target, algorithm), how), told);
    }

    private List<String> inOrder(String target, Set<String> algorithms) {
        if (!place.largestFirst()) {
            return List.copyOf(algorithms);
        }
        List<String> names = List.copyOf(algorithms);
        List<Integer> runs = Parallel.map(names.size(), i -> runs(new JobName(target, names.get(i))));
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(runs::get).reversed())
                .map(names::get)
                .toList();
    }

    /** How many there are; none where they can't be read, which is told in its turn. */
    private int runs(JobName job) {
        try {
            return datasets.load(job.target(), job.algorithm()).runs().size();
        } catch (BellamyException unreadable) {
            return 0;
        }
    }

    private JobUpdate updated(JobName job, UpdateOptions how) {
        try {
            return new JobUpdate.Done(job.algorithm(), update(job, how));
        } catch (RuntimeException | Error failure) {
            return new JobUpdate.Failed(job.algorithm(), failure);
        }
    }

    private PretrainingTask.Pretrained pretrained(Dataset dataset, Checkpoints checkpoints) {
        boolean joint = datasets.isJoint(dataset.target(), dataset.algorithm());
        PretrainingOrder order = new PretrainingOrder(
                workspace.configuration(),
                own.trials(),
                own.epochs(),
                workspace.seed(),
                joint,
                dataset.runs(),
                joint ? Companions.ofStopped(dataset.algorithm(), dataset.stopped()) : companions.of(dataset));
        PretrainingTask task = new TrainingHere(workspace.kinds()).task(order);
        SearchWatcher seen =
                watcher.begins(dataset, task.search(), task.trainer().epochs(dataset.runs()));
        Optional<PretrainingTask.Pretrained> result = Optional.empty();
        try {
            result = place.done(order, seen::goesOn, checkpoints);
        } finally {
            seen.ended(result.map(PretrainingTask.Pretrained::search));
        }
        // what nobody waits for any more is not published
        Interruption.check();
        return result.orElseThrow(() -> new InvalidInputException(
                "no trial reached a finite " + task.search().metric().name().toLowerCase(Locale.ROOT)
                        + ": give smaller learning rates under tune_run.config.lr"));
    }
}

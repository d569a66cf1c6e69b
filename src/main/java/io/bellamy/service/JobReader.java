package io.bellamy.service;

import io.bellamy.data.Dataset;
import io.bellamy.data.DatasetCatalog;
import io.bellamy.files.FolderStamp;
import io.bellamy.files.Reason;
import io.bellamy.job.JobName;
import io.bellamy.problem.BellamyException;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.MachineException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import io.bellamy.service.LiveJob.LiveContent;
import io.bellamy.store.ModelVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Reads jobs whole: what is published or recorded while a job is read makes it be read again. Safe for several threads. */
final class JobReader {

    /** Who changes files faster than this can't be caught up with. */
    private static final int MOST_TRIES = 10;

    private final Workspace workspace;
    private final Map<String, KnownFolders> known = new ConcurrentHashMap<>();

    /**
     * The folders of a data set.
     *
     * @param text the stamp of its own folder, whose description says which there are
     * @param folders all of them
     */
    private record KnownFolders(String text, Set<Path> folders) {}

    JobReader(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What the files of a job look like from outside; another text where something may have changed.
     *
     * @param seen what the data sets look like, as far as somebody has looked already
     */
    String stamp(JobName name, Map<String, FolderStamp> seen) {
        return look(name, () -> seen.computeIfAbsent(name.target(), this::data)).text();
    }

    /**
     * Reads a job.
     *
     * @param before what was read before, which goes on where nothing can be read
     */
    LiveJob read(JobName name, Optional<LiveJob> before) {
        LiveJob empty = before.orElse(new LiveJob(name, "", Optional.empty(), Optional.empty(), List.of()));
        FolderStamp seen = look(name, () -> data(name.target()));
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            LiveJob read;
            try {
                read = open(name, stamp(seen));
            } catch (BellamyException failure) {
                read = empty.failed(stamp(seen), failure);
            } catch (RuntimeException failure) {
                read = empty.failed(stamp(seen), new MachineException(Quoted.line(failure.toString()), failure));
            }
            FolderStamp then = look(name, () -> data(name.target()));
            if (then.text().equals(seen.text())) {
                return read;
            }
            seen = then;
        }
        return empty.failed(
                "", new MachineException("the files change faster than they can be read", new IOException()));
    }

    /** What was changed a moment ago may be changed again without a trace: it is looked at once more. */
    private String stamp(FolderStamp seen) {
        return seen.isSettled(workspace.clock().instant()) ? seen.text() : seen.text() + " just now";
    }

    private LiveJob open(JobName name, String stamp) {
        Predictors.OpenedJob opened = new Predictors(workspace, false).open(name);
        Optional<Dataset> own = own(name, opened.dataset());
        Dataset shown = own.orElse(opened.dataset());
        LiveContent content = new LiveContent(
                opened.predictor(),
                opened.dataset(),
                shown.known().size(),
                KnownValues.of(shown, workspace.configuration().pipeline()),
                opened.version(),
                own.map(runs -> UsualRequest.of(workspace, runs, name)));
        return new LiveJob(name, stamp, Optional.of(content), Optional.empty(), opened.warnings());
    }

    /** The runs of the job alone, which those of all algorithms together are not. */
    private Optional<Dataset> own(JobName name, Dataset answering) {
        DatasetCatalog datasets = workspace.datasets();
        if (datasets.isJoint(name.target(), name.algorithm())) {
            return Optional.empty();
        }
        if (answering.algorithm().equals(name.algorithm())) {
            return Optional.of(answering);
        }
        if (!datasets.algorithms(name.target()).contains(name.algorithm())) {
            return Optional.empty();
        }
        try {
            return Optional.of(datasets.load(name.target(), name.algorithm()));
        } catch (NothingToWorkWithException newHere) {
            return Optional.empty();
        }
    }

    private FolderStamp look(JobName name, Supplier<FolderStamp> data) {
        List<Path> folders = new ArrayList<>();
        String text = "";
        ModelVersions models = workspace.models().of(name.target(), name.algorithm());
        try {
            for (ModelVersions some : models.names().isEmpty()
                    ? List.of(models, workspace.models().of(name.target(), DatasetCatalog.ALL))
                    : List.of(models)) {
                text += some.names() + published(some, folders);
            }
            FolderStamp model = FolderStamp.of(folders);
            FolderStamp runs = data.get();
            return new FolderStamp(
                    text + model.text() + runs.text(),
                    model.newest().isAfter(runs.newest()) ? model.newest() : runs.newest());
        } catch (IOException unreadable) {
            return new FolderStamp(text + Reason.of(unreadable), Instant.MIN);
        } catch (UncheckedIOException unreadable) {
            return new FolderStamp(text + Reason.of(unreadable.getCause()), Instant.MIN);
        }
    }

    private FolderStamp data(String target) {
        Path own = workspace.dataDir().resolve(target);
        try {
            FolderStamp seen = FolderStamp.of(List.of(own));
            Optional<Set<Path>> before = Optional.ofNullable(known.get(target))
                    .filter(folders -> folders.text().equals(seen.text()))
                    .map(KnownFolders::folders);
            Set<Path> folders = before.orElseGet(() -> folders(target));
            known.put(target, new KnownFolders(seen.text(), folders));
            return folders.equals(Set.of(own)) ? seen : FolderStamp.of(folders);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String published(ModelVersions models, List<Path> folders) {
        try {
            Optional<String> published = models.published();
            published.map(models::folder).ifPresent(folders::add);
            return published.toString();
        } catch (DamagedModelException damaged) {
            return damaged.getMessage();
        }
    }

    private Set<Path> folders(String target) {
        try {
            return workspace.datasets().folders(target);
        } catch (BellamyException none) {
            return Set.of(workspace.dataDir().resolve(target));
        }
    }
}

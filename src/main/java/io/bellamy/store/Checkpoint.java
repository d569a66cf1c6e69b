package io.bellamy.store;

import io.bellamy.files.OutputFile;
import io.bellamy.files.OwnFolders;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import io.bellamy.problem.Remedy;
import io.bellamy.training.Checkpoints;
import io.bellamy.training.SearchState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoint of one pretraining, in a folder beside its models: {@code .checkpoint/}. Only who has the lock of the
 * models keeps it.
 */
public final class Checkpoint implements Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);
    private static final String FOLDER = ".checkpoint";

    /** Writing may take this share of the time, ... */
    private static final double SHARE = 0.02;

    /** ... but a checkpoint is never much older than this. */
    private static final Duration OLDEST = Duration.ofSeconds(3);

    private static final Duration YOUNGEST = Duration.ofMillis(100);

    private final Path folder;
    private final CheckpointFile file;
    private final CheckpointKey key;
    private final Clock clock;
    private final long start = System.nanoTime();
    private boolean kept = true;
    private Optional<CheckpointFile.Content> before = Optional.empty();
    private long nextWrite = start + YOUNGEST.toNanos();

    /**
     * Takes hold of the place of a checkpoint.
     *
     * @param folders whose it may be
     * @param home the folder of the models
     * @param key what its pretraining depends on
     */
    private Checkpoint(OwnFolders folders, Path home, CheckpointKey key, Clock clock) {
        this.folder = home.resolve(FOLDER);
        this.file = new CheckpointFile(folder);
        this.key = key;
        this.clock = clock;
        try {
            folders.requireOwnFolder(folder);
            OutputFile.makeFolders(folder);
            OutputFile.requireReplaceable(file.path());
            OutputFile.deleteLeftovers(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("can't keep a checkpoint in " + folder, e);
        }
    }

    /** Begins anew, in place of what was there. */
    static Checkpoint begin(OwnFolders folders, Path home, CheckpointKey key, Clock clock) {
        Checkpoint checkpoint = new Checkpoint(folders, home, key, clock);
        String place = Quoted.plain(checkpoint.folder);
        if (exists(checkpoint.file)) {
            LOG.info("there was a checkpoint in {}: replaced", place);
        }
        checkpoint.write(() -> SearchState.START);
        return checkpoint;
    }

    /**
     * Goes on from what was kept.
     *
     * @param newest what is known of the newest model
     * @throws NothingToWorkWithException if there is nothing, or its model has been saved
     * @throws InvalidInputException if it belongs to another pretraining
     * @throws io.bellamy.problem.DamagedModelException if it is not as it was written
     */
    static Checkpoint resume(OwnFolders folders, Path home, CheckpointKey key, Clock clock, Optional<Manifest> newest) {
        if (!exists(home)) {
            throw new NothingToWorkWithException(
                    "there is no checkpoint in " + Quoted.plain(home.resolve(FOLDER))
                            + ": no pretraining was interrupted",
                    Remedy.START_ANEW);
        }
        Checkpoint checkpoint = new Checkpoint(folders, home, key, clock);
        checkpoint.goOn(newest);
        return checkpoint;
    }

    static boolean exists(Path home) {
        return exists(new CheckpointFile(home.resolve(FOLDER)));
    }

    private static boolean exists(CheckpointFile file) {
        try {
            return file.exists();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "can't read the checkpoint in " + file.path().getParent(), e);
        }
    }

    private void goOn(Optional<Manifest> newest) {
        String place = Quoted.plain(folder);
        CheckpointFile.Content content = read();
        List<String> differences = key.differences(content.key());
        if (!differences.isEmpty()) {
            throw new InvalidInputException(
                    "the checkpoint in " + place
                            + " belongs to another pretraining: " + Quoted.plain(String.join("; ", differences))
                            + "; it goes on only with what it was started with",
                    Remedy.START_ANEW);
        }
        newest.filter(model -> isModelOf(model, content)).ifPresent(model -> {
            throw new NothingToWorkWithException("the pretraining of the checkpoint in " + place
                    + " has finished, its model is " + Quoted.plain(model.version())
                    + "; nothing is left to go on with");
        });
        before = Optional.of(content);
        LOG.info(
                "going on from a checkpoint of {} s ago",
                Duration.between(Instant.parse(content.written()), clock.instant())
                        .toSeconds());
    }

    private CheckpointFile.Content read() {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the checkpoint in " + folder, e);
        }
    }

    /** A process may end after it has saved the model and before it has removed the checkpoint. */
    private boolean isModelOf(Manifest model, CheckpointFile.Content content) {
        return !Instant.parse(model.created()).isBefore(Instant.parse(content.written()))
                && model.configuration().sha256().equals(key.configuration())
                && model.seed() == key.seed()
                && model.trials().size() == key.trials()
                && model.epochs() == key.epochs();
    }

    @Override
    public Optional<SearchState> found() {
        return before.map(CheckpointFile.Content::state);
    }

    @Override
    public void offer(Supplier<SearchState> state) {
        long now = System.nanoTime();
        if (kept && now >= nextWrite) {
            write(state);
            long end = System.nanoTime();
            long wait = (long) ((end - now) / SHARE);
            nextWrite = end + Math.min(Math.max(wait, YOUNGEST.toNanos()), OLDEST.toNanos());
        }
    }

    private void write(Supplier<SearchState> state) {
        try {
            file.write(new CheckpointFile.Content(key, clock.instant().toString(), seconds(), state.get()));
        } catch (ClosedByInterruptException givenUp) {
            kept = false;
        } catch (IOException e) {
            LOG.warn(
                    "can't write a checkpoint in {}: {}; going on without",
                    Quoted.plain(folder),
                    Quoted.plain(Reason.of(e)));
            kept = false;
        }
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9 + secondsBefore();
    }

    /** How long the search had taken before it was interrupted. */
    public double secondsBefore() {
        return before.map(CheckpointFile.Content::seconds).orElse(0.0);
    }

    /** The model is saved: nothing is left to go on with. */
    public void remove() {
        try {
            file.delete();
            OutputFile.deleteIfThere(folder);
        } catch (IOException e) {
            LOG.warn("can't remove the checkpoint in {}: {}", Quoted.plain(folder), Quoted.plain(Reason.of(e)));
        }
    }
}

package io.bellamy.store;

import io.bellamy.files.OutputFile;
import io.bellamy.files.OwnFolders;
import io.bellamy.problem.DamagedModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the versions of an algorithm's model; only one process at a time does. Whenever it is cut short, every folder
 * with the name of a version is whole, the file that names the published one is the old or the new, and the next one that
 * opens removes the rest.
 */
public final class ModelWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelWriter.class);

    private final ModelVersions versions;
    private final Path home;
    private final Clock clock;
    private final ModelLock lock;

    private ModelWriter(ModelVersions versions, Path home, Clock clock, ModelLock lock) {
        this.versions = versions;
        this.home = home;
        this.clock = clock;
        this.lock = lock;
    }

    static ModelWriter open(ModelVersions versions, OwnFolders folders, Path home, Clock clock, boolean wait) {
        try {
            folders.requireWritable(home);
            OutputFile.makeFolders(home);
            ModelLock lock = ModelLock.take(folders, home, wait);
            try {
                Latest.requireReplaceable(home);
                for (Path deleted : OutputFile.deleteLeftovers(home)) {
                    LOG.info("deleted {}, which a pretraining left that was cut short", deleted);
                }
                return new ModelWriter(versions, home, clock, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't change the models in " + home, e);
        }
    }

    /**
     * Makes sure that a model can be saved, before long work is done for it.
     *
     * @throws UncheckedIOException if it can't
     */
    public void prepare() {
        try {
            OutputFile.deleteIfThere(OutputFile.makeAside(home));
        } catch (IOException e) {
            throw new UncheckedIOException("can't save a model in " + home, e);
        }
    }

    /**
     * Adds a version, which is not published yet. It gets its name when it has been read back from disk and checked.
     *
     * @param check fails where what was read back is not fit to be used
     * @return its name
     */
    public String add(NewModel model, Consumer<StoredModel> check) {
        List<String> names = versions.names();
        Instant now = clock.instant();
        String version = VersionName.next(now, names.stream().findFirst());
        try {
            Path aside = OutputFile.makeAside(home);
            try {
                ModelFiles.write(aside, model, version, now.toString());
                check.accept(versions.files().read(aside));
                if (!names.isEmpty() && nothingWasNamed()) {
                    // without it the newest version is the published one, which the new one is not to be yet
                    publish(names.get(0));
                }
                OutputFile.rename(aside, home.resolve(version));
                return version;
            } finally {
                OutputFile.deleteAll(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't save a model in " + home, e);
        }
    }

    private boolean nothingWasNamed() {
        try {
            return versions.latest().isEmpty();
        } catch (DamagedModelException something) {
            return false;
        }
    }

    /** Makes a version the one that answers. */
    public void publish(String version) {
        write(new Latest(version, Optional.empty()));
    }

    /** Makes another version than the newest the one that answers, until a newer one is published. */
    public void rollBack(String version) {
        Optional<String> newest = versions.names().stream().findFirst().filter(name -> !name.equals(version));
        write(new Latest(version, newest));
    }

    /**
     * Removes the oldest versions.
     *
     * @param keep how many of the newest stay, at least 1; the published one stays too
     * @return the names of those removed
     */
    public List<String> prune(int keep) {
        List<String> names = versions.names();
        List<String> removed = new ArrayList<>();
        Optional<String> published = publishedIfKnown();
        for (String version : names.subList(Math.min(keep, names.size()), names.size())) {
            if (published.isPresent() && !published.get().equals(version)) {
                remove(version);
                removed.add(version);
            }
        }
        return removed;
    }

    /** Nothing is removed where it is not known which one is published. */
    private Optional<String> publishedIfKnown() {
        try {
            return versions.published().filter(versions.names()::contains);
        } catch (DamagedModelException unknown) {
            return Optional.empty();
        }
    }

    /** At once by its name, so that nobody takes a half-deleted one for a version. */
    private void remove(String version) {
        try {
            Path aside = OutputFile.aside(home);
            OutputFile.rename(home.resolve(version), aside);
            OutputFile.deleteAll(aside);
        } catch (IOException e) {
            throw new UncheckedIOException("can't remove " + home.resolve(version), e);
        }
    }

    private void write(Latest latest) {
        try {
            latest.write(home);
        } catch (IOException e) {
            throw new UncheckedIOException("can't publish a model in " + home, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("can't unlock " + home, e);
        }
    }
}

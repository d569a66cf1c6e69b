package io.bellamy.store;

import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.OwnFolders;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import io.bellamy.training.HeldOutContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of an algorithm's model, to be read. ModelReading takes no lock and never waits: a folder with the name of a
 * version is whole from the moment it has that name until it has it no more.
 */
public final class ModelVersions {

    private final OwnFolders folders;
    private final Path home;
    private final String target;
    private final String algorithm;
    private final Clock clock;
    private final ModelFiles files;

    ModelVersions(Path models, String target, String algorithm, Clock clock, ModelFiles files) {
        this.folders = new OwnFolders(models);
        this.home = models.resolve(target).resolve(algorithm);
        this.target = target;
        this.algorithm = algorithm;
        this.clock = clock;
        this.files = files;
    }

    public String target() {
        return target;
    }

    public String algorithm() {
        return algorithm;
    }

    public Path folder(String version) {
        return home.resolve(version);
    }

    /** The names of all versions, the newest first. */
    public List<String> names() {
        try {
            folders.requireReadable(home);
            if (FileKind.of(home) == FileKind.NOTHING) {
                return List.of();
            }
            return InputFile.list(home).stream()
                    .map(entry -> entry.getFileName().toString())
                    .filter(VersionName::isOne)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't list the models in " + home, e);
        }
    }

    /**
     * The version that answers; the newest one where none was ever named.
     *
     * @throws DamagedModelException if the file that names it is damaged
     */
    public Optional<String> published() {
        return Latest.read(home).map(Latest::version).or(() -> names().stream().findFirst());
    }

    /** Was the newest version there when an older one was chosen instead? */
    public boolean rolledBack() {
        return Latest.read(home)
                .flatMap(Latest::insteadOf)
                .filter(newest -> names().stream().findFirst().equals(Optional.of(newest)))
                .isPresent();
    }

    /**
     * The published model or, where that is damaged, the newest one that is not.
     *
     * @param strict whether to refuse instead
     * @throws NothingToWorkWithException if there is none
     * @throws DamagedModelException if all are damaged
     */
    public ModelReading current(boolean strict) {
        return new PublishedReader(this, strict).read();
    }

    /**
     * Reads a version.
     *
     * @throws DamagedModelException naming the file that is missing, foreign or damaged
     */
    public StoredModel read(String version) {
        StoredModel model = files.read(home.resolve(version));
        rejectForeign(model.manifest(), version);
        return model;
    }

    /**
     * What a version says of runs that it did not learn from; one of an earlier format does not tell.
     *
     * @throws DamagedModelException naming the file that is missing, foreign or damaged
     */
    public List<HeldOutContext> heldOut(String version) {
        return files.heldOut(home.resolve(version));
    }

    /**
     * Verifies a version without making a model of it, which is quicker, and gives its manifest.
     *
     * @throws DamagedModelException naming the file that is missing, foreign or damaged
     */
    public Manifest verified(String version) {
        Manifest manifest = files.verify(home.resolve(version));
        rejectForeign(manifest, version);
        return manifest;
    }

    /**
     * Reads the manifest of a version alone.
     *
     * @throws DamagedModelException if it is missing, foreign or damaged
     */
    public Manifest manifest(String version) {
        Manifest manifest = ManifestFile.read(home.resolve(version));
        rejectForeign(manifest, version);
        return manifest;
    }

    /** How large the files of a version are together, in bytes. */
    public long size(String version) {
        try {
            long size = 0;
            for (Path file : InputFile.list(home.resolve(version))) {
                size += InputFile.stored(file).size();
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + home.resolve(version), e);
        }
    }

    private void rejectForeign(Manifest manifest, String version) {
        if (!manifest.trainingTarget().equals(target)
                || !manifest.algorithm().equals(algorithm)
                || !manifest.version().equals(version)) {
            throw StoredJson.damaged(
                    home.resolve(version).resolve(ManifestFile.NAME),
                    "belongs to " + Quoted.plain(manifest.trainingTarget()) + "/" + Quoted.plain(manifest.algorithm())
                            + "/" + Quoted.plain(manifest.version()));
        }
    }

    /**
     * The name of a version that is there.
     *
     * @throws InvalidInputException if it is not
     */
    public String existing(String version) {
        if (!names().contains(version)) {
            throw new InvalidInputException("there is no version " + Quoted.of(version) + " of " + target + " "
                    + algorithm + "; there are " + String.join(", ", names()));
        }
        return version;
    }

    /**
     * Fails where the version that is named as the published one is not there.
     *
     * @throws DamagedModelException naming the file
     */
    public void requirePublished() {
        String published = published().orElse("");
        if (!names().contains(published)) {
            throw StoredJson.damaged(
                    home.resolve(Latest.FILE), "names version " + Quoted.of(published) + ", which is not there");
        }
    }

    /** Fails where there is no version. */
    public void requireSome() {
        if (names().isEmpty()) {
            throw new NothingToWorkWithException("there is no model of " + target + " " + algorithm + " in "
                    + Quoted.line(String.valueOf(home.getParent().getParent()))
                    + "; make one with: bellamy pretrain -tt "
                    + target + " -a " + algorithm);
        }
    }

    /**
     * Begins to change them.
     *
     * @param wait whether to wait for another process that does; see {@link ModelWriter}
     * @throws io.bellamy.problem.LockedModelException if another process does, and there is no waiting
     * @throws UncheckedIOException if it can't be done here
     */
    public ModelWriter write(boolean wait) {
        return ModelWriter.open(this, folders, home, clock, wait);
    }

    /** Was a pretraining interrupted? */
    public boolean hasCheckpoint() {
        return Checkpoint.exists(home);
    }

    /** The checkpoint of a pretraining from its beginning, in place of any other; for who changes the versions. */
    public Checkpoint beginCheckpoint(CheckpointKey key) {
        return Checkpoint.begin(folders, home, key, clock);
    }

    /**
     * The checkpoint of a pretraining that was interrupted; for who changes the versions.
     *
     * @param key what the pretraining depends on
     * @throws io.bellamy.problem.BellamyException if it can't go on from that; the message tells why
     */
    public Checkpoint resumeCheckpoint(CheckpointKey key) {
        return Checkpoint.resume(folders, home, key, clock, newestManifest());
    }

    private Optional<Manifest> newestManifest() {
        try {
            return names().stream().findFirst().map(this::manifest);
        } catch (DamagedModelException e) {
            return Optional.empty();
        }
    }

    /** How versions are kept. */
    ModelFiles files() {
        return files;
    }

    /** What the file that names the published version says, whatever it is. */
    Optional<Latest> latest() {
        return Latest.read(home);
    }
}

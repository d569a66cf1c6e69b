package io.bellamy.store;

import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.NothingToWorkWithException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Models below a folder: {@code <target>/<algorithm>/<version>/}. A version is written beside its place and then renamed,
 * so that a reader sees all of it or nothing.
 */
public final class ModelStore {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'.'SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern VERSION = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z");

    private final Path folder;
    private final Clock clock;

    public ModelStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Makes a manifest for the version that is about to be saved. */
    @FunctionalInterface
    public interface ManifestMaker {
        StoredModel make(String version, String created);
    }

    /**
     * Makes sure that a model can be saved, before long work is done for it.
     *
     * @throws UncheckedIOException if it can't
     */
    public void prepare(String target, String algorithm) {
        Path home = home(target, algorithm);
        try {
            Files.createDirectories(home);
            Files.delete(Files.createDirectory(home.resolve(".probe." + UUID.randomUUID())));
        } catch (IOException e) {
            throw new UncheckedIOException("can't save a model in " + home, e);
        }
    }

    /**
     * Saves a model as the newest version.
     *
     * @param maker is told the version's name and time
     * @return the version's folder
     */
    public Path save(String target, String algorithm, ManifestMaker maker) {
        Path home = home(target, algorithm);
        try {
            Files.createDirectories(home);
            Instant now = clock.instant();
            while (Files.exists(home.resolve(NAME.format(now)))) {
                now = now.plusMillis(1);
            }
            String version = NAME.format(now);
            // not a temporary folder, which only its owner may read: who else may is up to the umask
            Path aside = Files.createDirectory(home.resolve("." + version + "." + UUID.randomUUID()));
            try {
                ModelFiles.write(aside, maker.make(version, now.toString()));
                ModelFiles.read(aside);
                return Files.move(aside, home.resolve(version), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                deleteIfThere(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't save a model in " + home, e);
        }
    }

    /**
     * Reads the newest version.
     *
     * @throws NothingToWorkWithException if there is none
     * @throws io.bellamy.problem.DamagedModelException if it is not as it was saved
     */
    public StoredModel latest(String target, String algorithm) {
        List<String> versions = versions(target, algorithm);
        if (versions.isEmpty()) {
            throw new NothingToWorkWithException("there is no model of " + target + " " + algorithm + " in "
                    + Quoted.plain(folder) + "; make one with: bellamy pretrain -tt " + target + " -a " + algorithm);
        }
        return ModelFiles.read(home(target, algorithm).resolve(versions.get(0)));
    }

    /**
     * Takes hold of the checkpoint of a pretraining.
     *
     * @param key what the pretraining depends on
     * @param resume whether it goes on from what was kept
     * @throws io.bellamy.problem.BellamyException if it can't go on from that; the message tells why
     */
    public Checkpoint checkpoint(String target, String algorithm, CheckpointKey key, boolean resume) {
        Path home = home(target, algorithm);
        return resume
                ? Checkpoint.resume(home, key, clock, newest(target, algorithm))
                : Checkpoint.begin(home, key, clock);
    }

    private Optional<Manifest> newest(String target, String algorithm) {
        try {
            return versions(target, algorithm).stream().findFirst().map(version -> ModelFiles.read(
                            home(target, algorithm).resolve(version))
                    .manifest());
        } catch (DamagedModelException e) {
            return Optional.empty();
        }
    }

    /** The names of all versions, the newest first. */
    private List<String> versions(String target, String algorithm) {
        Path home = home(target, algorithm);
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(home)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> VERSION.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't list the models in " + home, e);
        }
    }

    private Path home(String target, String algorithm) {
        return folder.resolve(target).resolve(algorithm);
    }

    private static void deleteIfThere(Path aside) throws IOException {
        if (!Files.exists(aside)) {
            return;
        }
        try (Stream<Path> files = Files.list(aside)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(aside);
    }
}

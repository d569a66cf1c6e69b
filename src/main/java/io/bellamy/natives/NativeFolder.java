package io.bellamy.natives;

import io.bellamy.files.OutputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.MachineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of the user's own for native code, which nobody else gets into: {@code bellamy} in the folder that
 * {@code DJL_CACHE_DIR} names, or in the user's cache, or, where there is none to be had, a new one among the temporary files, which lives no longer than it is needed.
 *
 * @param path its real path
 * @param fresh is it a new one?
 */
record NativeFolder(Path path, boolean fresh) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);
    private static final String NAME = "bellamy";
    private static final String SETTING = "DJL_CACHE_DIR";

    /**
     * Chooses it.
     *
     * @param bytes what is to be unpacked into it
     * @param isUnpacked is it there already?
     * @throws MachineException where there is none: it tells which were tried, what was wrong with each, and what to do
     */
    static NativeFolder choose(long bytes, Predicate<Path> isUnpacked) {
        List<String> objections = new ArrayList<>();
        Optional<Path> given = given();
        Set<Path> candidates = given.map(Set::of).orElseGet(NativeFolder::ownCaches);
        for (Path candidate : candidates) {
            Optional<Path> usable = usable(candidate, bytes, isUnpacked, objections);
            if (usable.isPresent()) {
                return new NativeFolder(usable.get(), false);
            }
        }
        if (given.isEmpty()) {
            Optional<Path> fresh = fresh(bytes, isUnpacked, objections);
            if (fresh.isPresent()) {
                LOG.info(
                        "native libraries are unpacked into a temporary folder each time ({}): {}",
                        String.join("; ", objections),
                        remedy(bytes));
                return new NativeFolder(fresh.get(), true);
            }
        }
        throw new MachineException("there is no folder to unpack native libraries into: "
                + String.join("; ", objections) + ": " + remedy(bytes));
    }

    private static String remedy(long bytes) {
        return "set " + SETTING + " to a folder of your own where programs may run, with room for "
                + FolderCheck.megabytes(bytes) + " MB";
    }

    private static Optional<Path> given() {
        return Stream.of(System.getenv(SETTING), System.getProperty(SETTING))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .map(value -> Path.of(value, NAME));
    }

    private static Set<Path> ownCaches() {
        Set<Path> folders = new LinkedHashSet<>();
        Stream.of(
                        Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(Path::of),
                        Optional.ofNullable(System.getenv("HOME")).map(home -> Path.of(home, ".cache")),
                        // which Java has from the list of users, but '?' where the user is in none
                        Optional.of(Path.of(System.getProperty("user.home"), ".cache")))
                .flatMap(Optional::stream)
                .filter(Path::isAbsolute)
                .map(cache -> cache.resolve(NAME))
                .forEach(folders::add);
        return folders;
    }

    private static Optional<Path> usable(Path folder, long bytes, Predicate<Path> isUnpacked, List<String> objections) {
        try {
            Files.createDirectories(folder.toAbsolutePath(), ownersAlone(folder));
            Path real = folder.toRealPath();
            Optional<String> objection = FolderCheck.objection(real, isUnpacked.test(real) ? 0 : bytes);
            objection.ifPresent(reason -> objections.add(folder + ": " + reason));
            return objection.isPresent() ? Optional.empty() : Optional.of(real);
        } catch (IOException failure) {
            objections.add(folder + ": " + Reason.of(failure));
            return Optional.empty();
        }
    }

    private static Optional<Path> fresh(long bytes, Predicate<Path> isUnpacked, List<String> objections) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path folder;
        try {
            // for its owner alone, and under a name that can't be guessed
            folder = Files.createTempDirectory(temporary, NAME + "-");
        } catch (IOException failure) {
            objections.add(temporary + ": " + Reason.of(failure));
            return Optional.empty();
        }
        Optional<Path> usable = usable(folder, bytes, isUnpacked, objections);
        if (usable.isEmpty()) {
            new NativeFolder(folder, true).close();
        }
        return usable;
    }

    static FileAttribute<?>[] ownersAlone(Path folder) {
        return FolderCheck.knowsOwners(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Removes a new one: what was loaded from it stays loaded. */
    @Override
    public void close() {
        try {
            if (fresh) {
                OutputFile.deleteAll(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't remove " + path, failure);
        }
    }
}

package io.bellamy.natives;

import io.bellamy.problem.MachineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A native library whose Java side would by itself unpack it anew whenever a program starts, among the temporary files of all
 * users, where with some umasks others can write it, and where on some machines no program may run.
 *
 * @param owner whose it is: the name of its folder, in lower case
 * @param name of the file
 * @param resource as what it is packed on the class path, for this platform
 */
record OwnLibrary(String owner, String name, String resource) {

    /** How the Java side is told where it is. */
    @FunctionalInterface
    interface Loading {
        void from(Path file) throws ReflectiveOperationException;
    }

    /** As it is packed. */
    Bundled bundled() throws IOException {
        return Bundled.of(resource);
    }

    /** Its place among those of an installation. */
    String place() {
        return owner + "/" + name;
    }

    /** Loads it from a file that nobody else can change; else says why that can't be. */
    Optional<String> load(Loading loading) {
        try {
            Optional<Path> installed = InstalledNatives.part(place(), owner);
            if (installed.isPresent()) {
                loading.from(installed.get());
                return Optional.empty();
            }
            Bundled library = bundled();
            try (NativeFolder folder = NativeFolder.choose(library.size(), cache -> false)) {
                loading.from(unpacked(library, folder.path().resolve(owner)));
            }
            return Optional.empty();
        } catch (IOException | MachineException | LinkageError | ReflectiveOperationException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    private Path unpacked(Bundled library, Path folder) throws IOException {
        Files.createDirectories(folder, NativeFolder.ownersAlone(folder));
        Optional<String> objection = FolderCheck.objectionToContent(folder);
        if (objection.isPresent()) {
            throw new MachineException(objection.get() + ": remove " + folder);
        }
        Path file = folder.resolve(library.digest() + "-" + name);
        if (!library.isWhole(file)) {
            library.unpack(file);
        }
        return file;
    }
}

package io.bellamy.natives;

import com.sun.jna.Platform;
import io.bellamy.problem.MachineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The native library of JNA, which DJL needs. By itself JNA unpacks it anew whenever a program starts. */
final class JnaLibrary {

    static final String NAME = System.mapLibraryName("jnidispatch").replace(".dylib", ".jnilib");

    private static final String FOLDER = "jna.boot.library.path";

    private JnaLibrary() {}

    /** As it is packed, for this platform. */
    static Bundled bundled() throws IOException {
        return Bundled.of("com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + NAME);
    }

    /** Lets JNA find it where an installation has it, and unpack nothing: it would look after what it unpacked before. */
    static void installed(Path folder) {
        System.setProperty("jna.nounpack", "true");
        in(folder);
    }

    private static void in(Path folder) {
        System.setProperty(FOLDER, folder.toString());
    }

    /** Unpacks it into a folder of the user's own where it is not there yet, and lets JNA find it. */
    static void provide(Path cache) throws IOException {
        Bundled library = bundled();
        Path folder = cache.resolve("jna").resolve(library.digest());
        Files.createDirectories(folder, NativeFolder.ownersAlone(folder));
        Optional<String> objection = FolderCheck.objectionToContent(cache.resolve("jna"));
        if (objection.isPresent()) {
            throw new MachineException("native libraries can't be trusted: " + objection.get() + ": remove "
                    + cache.resolve("jna") + ", or set DJL_CACHE_DIR to another folder");
        }
        Path file = folder.resolve(NAME);
        if (!library.isWhole(file)) {
            library.unpack(file);
        }
        in(folder);
    }
}

package io.bellamy.natives;

import java.nio.file.Path;
import java.util.Optional;
import org.xerial.snappy.OSInfo;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyError;
import org.xerial.snappy.SnappyLoader;

/** The native library of snappy, which there is no doing without: its Java side has none of its own. Safe for several threads. */
public final class SnappyLibrary {

    private static final String NAME = System.mapLibraryName("snappyjava");

    static final OwnLibrary LIBRARY = new OwnLibrary(
            "snappy", NAME, "org/xerial/snappy/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + NAME);

    private SnappyLibrary() {}

    /** Why snappy can't be used here, if it can't; else its library is loaded. */
    public static Optional<String> problem() {
        return LoadedSnappy.PROBLEM;
    }

    /** Loads it once, whoever asks first. */
    private static final class LoadedSnappy {
        static final Optional<String> PROBLEM = LIBRARY.load(SnappyLibrary::load);
    }

    private static void load(Path file) {
        System.setProperty(SnappyLoader.KEY_SNAPPY_LIB_PATH, file.getParent().toString());
        System.setProperty(SnappyLoader.KEY_SNAPPY_LIB_NAME, file.getFileName().toString());
        try {
            Snappy.getNativeLibraryVersion();
        } catch (SnappyError failure) {
            throw new UnsatisfiedLinkError(failure.getMessage());
        }
    }
}

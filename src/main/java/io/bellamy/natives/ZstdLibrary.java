package io.bellamy.natives;

import com.github.luben.zstd.util.Native;
import com.github.luben.zstd.util.ZstdVersion;
import io.bellamy.problem.MachineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The native library of zstd. By itself zstd-jni unpacks it anew, among the temporary files of all users, whenever a program
 * starts. Safe for use by several threads.
 */
public final class ZstdLibrary {

    private static final String FILE = "ZstdNativePath";

    private ZstdLibrary() {}

    /** Why zstd can't be used here, if it can't; else its library is loaded. */
    public static Optional<String> problem() {
        return ZstdLoader.PROBLEM;
    }

    /** Loads it once, whoever asks first. */
    private static final class ZstdLoader {

        static final Optional<String> PROBLEM = tried();

        private static Optional<String> tried() {
            String name = System.mapLibraryName("zstd-jni-" + ZstdVersion.VERSION);
            try {
                Bundled library = Bundled.of(platform() + "/" + name);
                try (NativeFolder folder = NativeFolder.choose(library.size(), cache -> false)) {
                    load(library, folder.path().resolve("zstd"), name);
                }
                return Optional.empty();
            } catch (IOException | MachineException | LinkageError failure) {
                return Optional.of(String.valueOf(failure.getMessage()));
            }
        }
    }

    private static void load(Bundled library, Path folder, String name) throws IOException {
        Files.createDirectories(folder, NativeFolder.ownersAlone(folder));
        Optional<String> objection = FolderCheck.objectionToContent(folder);
        if (objection.isPresent()) {
            throw new MachineException(objection.get() + ": remove " + folder);
        }
        Path file = folder.resolve(library.digest() + "-" + name);
        if (!library.isWhole(file)) {
            library.unpack(file);
        }
        System.setProperty(FILE, file.toString());
        Native.load();
    }

    /** As zstd-jni names it. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return "darwin/" + processor;
        }
        return (system.contains("win") ? "win" : "linux") + "/" + processor;
    }
}

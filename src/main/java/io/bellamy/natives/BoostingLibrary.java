package io.bellamy.natives;

import io.bellamy.problem.MachineException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The native library of XGBoost. By itself XGBoost unpacks it among the temporary files of all users, where with some umasks
 * others can write it, and where on some machines no program may run. Safe for use by several threads.
 */
public final class BoostingLibrary {

    private static final String NAME = System.mapLibraryName("xgboost4j");

    private BoostingLibrary() {}

    /** Why XGBoost can't be used here, if it can't; else its library is loaded. */
    public static Optional<String> problem() {
        return BoostingLoader.PROBLEM;
    }

    /** Loads it once, whoever asks first. */
    private static final class BoostingLoader {

        static final Optional<String> PROBLEM = tried();

        private static Optional<String> tried() {
            try {
                Bundled library = Bundled.of("lib/" + platform() + "/" + NAME);
                try (NativeFolder folder = NativeFolder.choose(library.size(), cache -> false)) {
                    load(library, folder.path().resolve("xgboost"));
                }
                return Optional.empty();
            } catch (IOException | MachineException | LinkageError | ReflectiveOperationException failure) {
                return Optional.of(String.valueOf(failure.getMessage()));
            }
        }
    }

    private static void load(Bundled library, Path folder) throws IOException, ReflectiveOperationException {
        Files.createDirectories(folder, NativeFolder.ownersAlone(folder));
        Optional<String> objection = FolderCheck.objectionToContent(folder);
        if (objection.isPresent()) {
            throw new MachineException(objection.get() + ": remove " + folder);
        }
        Path file = folder.resolve(library.digest() + "-" + NAME);
        if (!library.isWhole(file)) {
            library.unpack(file);
        }
        System.load(file.toString());
        // it offers no other way to say that there is nothing left for it to unpack
        Field initialized =
                Class.forName("ml.dmlc.xgboost4j.java.NativeLibLoader").getDeclaredField("initialized");
        initialized.setAccessible(true);
        initialized.setBoolean(null, true);
    }

    /** As XGBoost names it. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String folder = system.contains("mac") ? "macos" : system.contains("win") ? "windows" : "linux";
        return folder + "/" + (processor.equals("amd64") ? "x86_64" : processor);
    }
}

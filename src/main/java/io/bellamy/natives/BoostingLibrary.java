package io.bellamy.natives;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The native library of XGBoost. Safe for use by several threads. */
public final class BoostingLibrary {

    private static final String NAME = System.mapLibraryName("xgboost4j");

    static final OwnLibrary LIBRARY = new OwnLibrary("xgboost", NAME, "lib/" + platform() + "/" + NAME);

    private BoostingLibrary() {}

    /** Why XGBoost can't be used here, if it can't; else its library is loaded. */
    public static Optional<String> problem() {
        return LoadedBoosting.PROBLEM;
    }

    /** Loads it once, whoever asks first. */
    private static final class LoadedBoosting {
        static final Optional<String> PROBLEM = LIBRARY.load(BoostingLibrary::load);
    }

    private static void load(Path file) throws ReflectiveOperationException {
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

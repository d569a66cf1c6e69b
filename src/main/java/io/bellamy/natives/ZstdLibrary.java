package io.bellamy.natives;

import com.github.luben.zstd.util.Native;
import com.github.luben.zstd.util.ZstdVersion;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The native library of zstd. Safe for use by several threads. */
public final class ZstdLibrary {

    private static final String NAME = System.mapLibraryName("zstd-jni-" + ZstdVersion.VERSION);

    static final OwnLibrary LIBRARY = new OwnLibrary("zstd", NAME, platform() + "/" + NAME);

    private static final String FILE = "ZstdNativePath";

    private ZstdLibrary() {}

    /** Why zstd can't be used here, if it can't; else its library is loaded. */
    public static Optional<String> problem() {
        return LoadedZstd.PROBLEM;
    }

    /** Loads it once, whoever asks first. */
    private static final class LoadedZstd {
        static final Optional<String> PROBLEM = LIBRARY.load(ZstdLibrary::load);
    }

    /** Others of the same library in this process, as Spark has one, must not be sent to a file that is loaded here. */
    private static void load(Path file) {
        Optional<String> before = Optional.ofNullable(System.getProperty(FILE));
        System.setProperty(FILE, file.toString());
        try {
            Native.load();
        } finally {
            before.ifPresentOrElse(value -> System.setProperty(FILE, value), () -> System.clearProperty(FILE));
        }
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

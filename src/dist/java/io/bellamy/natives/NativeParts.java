package io.bellamy.natives;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Unpacks the native code for this platform in the way in which an installation has it in place. */
public final class NativeParts {

    private NativeParts() {}

    /**
     * Makes two folders: what every installation has, and what those have that train.
     *
     * @param arguments the two
     */
    public static void main(String[] arguments) throws IOException {
        Path every = Path.of(arguments[0]);
        Path training = Path.of(arguments[1]);
        unpack(ZstdLibrary.LIBRARY.bundled(), every.resolve(ZstdLibrary.LIBRARY.place()));
        unpack(BoostingLibrary.LIBRARY.bundled(), training.resolve(BoostingLibrary.LIBRARY.place()));
        unpack(JnaLibrary.bundled(), training.resolve(TensorEngine.JNA).resolve(JnaLibrary.NAME));
        UnpackedEngine engine = UnpackedEngine.bundled();
        Path folder = training.resolve(UnpackedEngine.ENGINE).resolve(engine.name());
        for (Map.Entry<String, Bundled> library : engine.libraries().entrySet()) {
            unpack(library.getValue(), folder.resolve(nameInPlace(library.getKey())));
        }
    }

    /** DJL looks for its glue by its own version. */
    private static String nameInPlace(String library) {
        return library.equals(UnpackedEngine.GLUE) ? Engine.getDjlVersion() + "-" + library : library;
    }

    private static void unpack(Bundled library, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        library.unpack(file);
    }
}

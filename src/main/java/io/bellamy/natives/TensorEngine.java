package io.bellamy.natives;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Utils;
import io.bellamy.files.Reason;
import io.bellamy.problem.MachineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one way to DJL's engine. By itself DJL unpacks the engine's native libraries into a folder of a known name among the
 * temporary files of all users where the home can't be written, and runs what it finds there. Safe for use by several threads.
 */
public final class TensorEngine {

    /** Where an installation has JNA. */
    static final String JNA = "jna";

    private static final String ENGINE_FOLDER = "ENGINE_CACHE_DIR";
    private static final String JNA_FOLDER = "jna.tmpdir";

    private TensorEngine() {}

    /**
     * A manager of tensors.
     *
     * @throws MachineException where the engine can't be loaded: it tells why, and what to do
     */
    public static NDManager newManager() {
        EngineLoader.FAILURE.ifPresent(failure -> {
            throw new MachineException(failure.getMessage(), failure);
        });
        return NDManager.newBaseManager();
    }

    /** Loads the engine once, whoever asks first. */
    private static final class EngineLoader {

        static final Optional<MachineException> FAILURE = tried();

        private static Optional<MachineException> tried() {
            try {
                Optional<Path> installed =
                        InstalledNatives.part(UnpackedEngine.ENGINE, "PyTorch").map(Path::getParent);
                if (installed.isPresent()) {
                    load(
                            installed.get(),
                            () -> JnaLibrary.installed(installed.get().resolve(JNA)),
                            "install Bellamy anew");
                } else {
                    loadUnpacked(UnpackedEngine.bundled());
                }
                return Optional.empty();
            } catch (MachineException failure) {
                return Optional.of(failure);
            }
        }
    }

    private static void loadUnpacked(UnpackedEngine engine) {
        try (NativeFolder folder = NativeFolder.choose(engine.bytes(), engine::isUnpacked)) {
            load(
                    folder.path(),
                    () -> {
                        check(folder.path().resolve(UnpackedEngine.ENGINE));
                        engine.removeDamaged(folder.path());
                        JnaLibrary.provide(folder.path());
                    },
                    "set DJL_CACHE_DIR to another folder");
        }
    }

    /** What is to be done in the folder before the engine is loaded from it. */
    @FunctionalInterface
    private interface Preparation {
        void run() throws IOException;
    }

    private static void load(Path folder, Preparation preparation, String remedy) {
        Optional<String> jnaFolder = Optional.ofNullable(System.getProperty(JNA_FOLDER));
        System.setProperty(JNA_FOLDER, folder.toString());
        System.setProperty(ENGINE_FOLDER, folder.toString());
        if (!Utils.getEngineCacheDir().equals(folder)) {
            throw new MachineException(
                    "the environment variable " + ENGINE_FOLDER + " must not be set: set DJL_CACHE_DIR instead");
        }
        try {
            preparation.run();
            // as soon as it is asked for, it loads what it was provided with
            Class.forName("com.sun.jna.Native");
            Engine.getInstance();
        } catch (EngineException | IOException | LinkageError | ClassNotFoundException failure) {
            throw new MachineException(
                    "native libraries can't be loaded from " + folder + ": " + cause(failure) + ": " + remedy, failure);
        } finally {
            // the folder may be gone by the time that this is looked at again
            jnaFolder.ifPresentOrElse(
                    old -> System.setProperty(JNA_FOLDER, old), () -> System.clearProperty(JNA_FOLDER));
        }
    }

    private static void check(Path unpacked) throws IOException {
        Optional<String> objection = FolderCheck.objectionToContent(unpacked);
        if (objection.isPresent()) {
            throw new MachineException("native libraries can't be trusted: " + objection.get() + ": remove " + unpacked
                    + ", or set DJL_CACHE_DIR to another folder");
        }
    }

    private static String cause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IOException io ? Reason.of(io) : String.valueOf(root.getMessage());
    }
}

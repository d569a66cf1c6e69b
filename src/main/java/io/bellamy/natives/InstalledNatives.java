package io.bellamy.natives;

import io.bellamy.problem.MachineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Native code that an installation has in place, in a folder beside its libraries and as safe as these: where the launcher
 * names one, nothing is unpacked. Safe for use by several threads.
 */
public final class InstalledNatives {

    private static final String FOLDER = "bellamy.natives";

    private InstalledNatives() {}

    /** Does the program run from an installation, and not from a build? */
    public static boolean isInstallation() {
        return folder().isPresent();
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of);
    }

    /**
     * A library or a folder of them, where there is an installation.
     *
     * @param name below the folder
     * @param whose for people
     * @throws MachineException where the installation came without it
     */
    static Optional<Path> part(String name, String whose) {
        Optional<Path> part = folder().map(folder -> folder.resolve(name));
        if (part.isPresent() && !Files.exists(part.get())) {
            throw new MachineException("this installation came without " + whose
                    + ", which training needs: install the full one (there is no "
                    + part.get() + ")");
        }
        return part;
    }
}

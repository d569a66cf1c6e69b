package io.bellamy.natives;

import io.bellamy.files.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What DJL makes of the engine's libraries in a folder: it unpacks them once, and from then on loads whatever libraries it finds
 * there, whole or not.
 *
 * @param name of the folder, below that of the engine
 * @param libraries each file with what is packed in the program
 */
record UnpackedEngine(String name, Map<String, Bundled> libraries) {

    static final String ENGINE = "pytorch";

    private static final String DESCRIPTION = "/native/lib/pytorch.properties";
    static final String GLUE = System.mapLibraryName("djl_torch");

    /** The one for this platform. Not by DJL's own means, which load native code to find out. */
    static UnpackedEngine bundled() {
        try (InputStream in = UnpackedEngine.class.getResourceAsStream(DESCRIPTION)) {
            if (in == null) {
                throw new IOException("there is no " + DESCRIPTION);
            }
            Properties description = new Properties();
            description.load(in);
            String platform = description.getProperty("classifier");
            String flavour = description.getProperty("flavor");
            Map<String, Bundled> libraries = new HashMap<>();
            for (String library : description.getProperty("libraries").split(",", -1)) {
                libraries.put(library, Bundled.of(ENGINE + "/" + flavour + "/" + platform + "/" + library));
            }
            libraries.put(GLUE, Bundled.of("jnilib/" + platform + "/" + flavour + "/" + GLUE));
            return new UnpackedEngine(
                    description.getProperty("version") + "-" + flavour + "-" + platform, Map.copyOf(libraries));
        } catch (IOException failure) {
            throw new UncheckedIOException("can't find the engine's libraries on the class path", failure);
        }
    }

    long bytes() {
        return libraries.values().stream().mapToLong(Bundled::size).sum();
    }

    boolean isUnpacked(Path cache) {
        return Files.isDirectory(in(cache));
    }

    /** Removes all if a library is not as it was packed, or does not belong there; DJL then unpacks all anew. */
    void removeDamaged(Path cache) throws IOException {
        Path folder = in(cache);
        if (Files.isDirectory(folder) && !isWhole(folder)) {
            OutputFile.deleteAll(folder);
        }
    }

    private boolean isWhole(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(entry -> !isUnfinished(entry)).toList();
        }
        for (Path file : files) {
            Bundled library = libraries.get(packedName(file));
            if (library == null || !library.isWhole(file)) {
                return false;
            }
        }
        // the glue is unpacked after the others, perhaps by another process just now
        return files.stream()
                .map(UnpackedEngine::packedName)
                .toList()
                .containsAll(libraries.keySet().stream()
                        .filter(name -> !name.equals(GLUE))
                        .toList());
    }

    /** The glue has the version of DJL before its name. */
    private static String packedName(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith("-" + GLUE) ? GLUE : name;
    }

    /** Is it what another process is unpacking? */
    private static boolean isUnfinished(Path file) {
        return file.getFileName().toString().matches("jni\\d+tmp");
    }

    private Path in(Path cache) {
        return cache.resolve(ENGINE).resolve(name);
    }
}

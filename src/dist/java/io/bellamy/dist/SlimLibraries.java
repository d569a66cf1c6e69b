package io.bellamy.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies libraries as an installation has them: without native code, which it has in place or no use for, and without what is there
 * for developers of pages.
 */
public final class SlimLibraries {

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|a)");

    /** What it unpacks for a terminal is small, and gone when the program ends. */
    private static final Pattern WHOLE = Pattern.compile("jline-native-.*");

    /** Of a script's library all but the one file that pages take. */
    private static final Pattern SCRIPTS =
            Pattern.compile("META-INF/resources/webjars/.*/dist/.*(?<!/chart\\.umd\\.min\\.js)");

    private SlimLibraries() {}

    /**
     * Copies them.
     *
     * @param arguments the folder of the libraries, and that of the copies
     */
    public static void main(String[] arguments) throws IOException {
        Path to = Files.createDirectories(Path.of(arguments[1]));
        try (Stream<Path> libraries = Files.list(Path.of(arguments[0]))) {
            for (Path library : libraries.sorted().toList()) {
                copy(library, to.resolve(library.getFileName()));
            }
        }
    }

    private static void copy(Path library, Path copy) throws IOException {
        if (WHOLE.matcher(copy.getFileName().toString()).matches() || !slim(library, copy)) {
            Files.copy(library, copy);
        }
    }

    /** False where there was nothing to do, and nothing was written. */
    private static boolean slim(Path library, Path copy) throws IOException {
        boolean changed = false;
        Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile jar = new ZipFile(library.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (NATIVE.matcher(entry.getName()).matches()
                        || SCRIPTS.matcher(entry.getName()).matches()) {
                    changed = true;
                    continue;
                }
                entries.put(entry, content(jar, entry));
            }
        }
        if (changed) {
            write(entries, copy);
        }
        return changed;
    }

    private static byte[] content(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static void write(Map<ZipEntry, byte[]> entries, Path copy) throws IOException {
        try (OutputStream out = Files.newOutputStream(copy);
                ZipOutputStream slim = new ZipOutputStream(out)) {
            slim.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<ZipEntry, byte[]> entry : entries.entrySet()) {
                ZipEntry same = new ZipEntry(entry.getKey().getName());
                // without the zone of whoever builds
                same.setTimeLocal(entry.getKey().getTimeLocal());
                slim.putNextEntry(same);
                slim.write(entry.getValue());
            }
        }
    }
}

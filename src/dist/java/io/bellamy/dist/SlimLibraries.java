package io.bellamy.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies libraries without the native code in them, which an installation has in place, or has no use for. */
public final class SlimLibraries {

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|a)");

    /** What it unpacks for a terminal is small, and gone when the program ends. */
    private static final Pattern WHOLE = Pattern.compile("jline-native-.*");

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
        try (ZipFile jar = new ZipFile(library.toFile())) {
            List<? extends ZipEntry> kept =
                    jar.stream().filter(entry -> !isNative(entry)).toList();
            if (kept.size() == jar.size()
                    || WHOLE.matcher(copy.getFileName().toString()).matches()) {
                Files.copy(library, copy);
                return;
            }
            try (OutputStream out = Files.newOutputStream(copy);
                    ZipOutputStream slim = new ZipOutputStream(out)) {
                for (ZipEntry entry : kept) {
                    ZipEntry same = new ZipEntry(entry.getName());
                    // without the zone of whoever builds
                    same.setTimeLocal(entry.getTimeLocal());
                    slim.putNextEntry(same);
                    try (InputStream in = jar.getInputStream(entry)) {
                        in.transferTo(slim);
                    }
                }
            }
        }
    }

    private static boolean isNative(ZipEntry entry) {
        return NATIVE.matcher(entry.getName()).matches();
    }
}

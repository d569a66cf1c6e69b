package io.bellamy.natives;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;

/**
 * A native library as it is packed in the program's own libraries.
 *
 * @param size in bytes
 * @param digest tells versions apart
 */
record Bundled(URL url, long size, String digest) {

    /**
     * Finds it.
     *
     * @param resource its name on the class path
     * @throws IOException where it is not there: this platform has none
     */
    static Bundled of(String resource) throws IOException {
        URL url = Bundled.class.getResource("/" + resource);
        if (url == null) {
            throw new IOException("there is none for this platform (" + resource + ")");
        }
        if (!(url.openConnection() instanceof JarURLConnection packed)) {
            throw new IOException(url + " is not packed in a library");
        }
        JarEntry entry = packed.getJarEntry();
        return new Bundled(url, entry.getSize(), Long.toHexString(entry.getCrc()));
    }

    /** Is this file, and no link, it as a whole, as far as its size tells? */
    boolean isWhole(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == size;
    }

    /** Unpacks it, so that the file is whole whenever it is there. */
    void unpack(Path file) throws IOException {
        Path aside = Files.createTempFile(file.getParent(), "unpacked", ".tmp");
        try {
            try (InputStream in = url.openStream()) {
                Files.copy(in, aside, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}

package io.bellamy.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip whose entries are read where they lie: their names are names only, nothing is unpacked to a place that they say.
 *
 * @param path of the archive
 */
public record ZipArchive(Path path) {

    /** More than anybody has logs; the list of an archive is held in memory. */
    private static final int MOST_ENTRIES = 200_000;

    /** An entry; {@code modified} in milliseconds since 1970. */
    public record PackedFile(String name, long packedBytes, long modified) {}

    /** What is in it, by name; folders are left out. */
    public List<PackedFile> list() throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new UnusableFileException(path, "has more than " + MOST_ENTRIES + " entries");
            }
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> new PackedFile(entry.getName(), entry.getCompressedSize(), entry.getTime()))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        } catch (ZipException broken) {
            throw new UnusableFileException(path, "is no whole zip: it was cut off, or is damaged");
        }
    }

    /** Opens an entry; closing the stream closes the archive. */
    public InputStream open(String name) throws IOException {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new UnusableFileException(path, "no longer has the entry " + name);
            }
            return new FilterInputStream(zip.getInputStream(entry)) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }
}

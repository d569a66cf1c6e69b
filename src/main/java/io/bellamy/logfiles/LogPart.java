package io.bellamy.logfiles;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of a log, by itself or in an archive.
 *
 * @param place where it is, for people and to know it again; in an archive behind a {@code !}
 * @param bytes as it lies there, packed or not
 * @param modified when, in milliseconds since 1970
 * @param file where it lies
 */
public record LogPart(String place, long bytes, long modified, PartFile file) {

    /** What it was written as, unpacked as far as that may be; closing it closes the file. */
    public InputStream text() throws IOException {
        InputStream raw = file.open();
        try {
            return Codec.unpacked(raw, bytes);
        } catch (IOException | RuntimeException | LinkageError failure) {
            raw.close();
            throw failure;
        }
    }

    /** Its name alone. */
    String name() {
        return place.substring(end() + 1);
    }

    /** In what it lies; blank where that is not said. */
    String folder() {
        return end() < 0 ? "" : place.substring(0, end());
    }

    private int end() {
        return Math.max(place.lastIndexOf('/'), place.lastIndexOf('!'));
    }
}

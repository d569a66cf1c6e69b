package io.bellamy.logfiles;

import io.bellamy.files.InputFile;
import io.bellamy.files.ZipArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;

/** Where a file of a log lies, and how it is opened. */
public interface PartFile {

    /** What it has as it lies there. */
    InputStream open() throws IOException;

    /** A file of this machine, or of one that it shares with others. */
    record StoredPart(Path path) implements PartFile {

        @Override
        public InputStream open() throws IOException {
            return InputFile.stored(path).open(Long.MAX_VALUE);
        }
    }

    /**
     * A file of another file system than those of this machine.
     *
     * @param address of the file there
     * @param system opens files by their addresses; what goes wrong is an {@link UncheckedIOException}
     */
    record RemotePart(String address, Function<String, InputStream> system) implements PartFile {

        @Override
        public InputStream open() throws IOException {
            try {
                return system.apply(address);
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        }
    }

    /** An entry of an archive. */
    record PackedPart(Path archive, String entry) implements PartFile {

        @Override
        public InputStream open() throws IOException {
            return new ZipArchive(archive).open(entry);
        }
    }
}

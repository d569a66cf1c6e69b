package io.bellamy.files;

import java.nio.file.Path;

/** A file that has more than it may have. */
public final class TooLargeFileException extends UnusableFileException {

    private static final long serialVersionUID = 1L;

    public TooLargeFileException(Path path, String reason) {
        super(path, reason);
    }
}

package io.bellamy.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file or folder that is there but is not what it must be; the reason tells. */
public sealed class UnusableFileException extends FileSystemException permits TooLargeFileException {

    private static final long serialVersionUID = 1L;

    public UnusableFileException(Path path, String reason) {
        super(path.toString(), null, reason);
    }
}

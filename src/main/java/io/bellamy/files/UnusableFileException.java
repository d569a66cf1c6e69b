package io.bellamy.files;

import java.io.IOException;

/** A file or folder that is there but is not what it must be; the message tells, without its name. */
public sealed class UnusableFileException extends IOException permits TooLargeFileException {

    private static final long serialVersionUID = 1L;

    public UnusableFileException(String message) {
        super(message);
    }
}

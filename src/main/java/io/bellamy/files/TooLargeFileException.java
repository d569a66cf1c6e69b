package io.bellamy.files;

/** A file that has more than it may have. */
public final class TooLargeFileException extends UnusableFileException {

    private static final long serialVersionUID = 1L;

    public TooLargeFileException(String message) {
        super(message);
    }
}

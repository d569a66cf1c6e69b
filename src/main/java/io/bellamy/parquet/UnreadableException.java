package io.bellamy.parquet;

import java.io.IOException;

/** A file that is whole and yet can't be read; the message stands behind the file's name. */
final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }
}

package io.bellamy.files;

import io.bellamy.problem.Counted;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A stream that fails where it goes on for longer than it may; what a pipe or a device has can't be known before. */
final class LimitedStream extends FilterInputStream {

    private final Path path;
    private final long most;
    private long left;

    LimitedStream(Path path, InputStream in, long most) {
        super(in);
        this.path = path;
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw tooLarge(path, most);
        }
    }

    static TooLargeFileException tooLarge(Path path, long most) {
        return new TooLargeFileException(path, "is larger than " + Counted.of(most, "byte"));
    }
}

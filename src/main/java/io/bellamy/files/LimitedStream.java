package io.bellamy.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

/** A stream that fails where it goes on for longer than it may; what a pipe, a device or something packed has can't be known before. */
public final class LimitedStream extends FilterInputStream {

    private final long most;
    private final LongFunction<IOException> failure;
    private long left;

    /**
     * Bounds a stream.
     *
     * @param most how many bytes may come
     * @param failure what is thrown where more do, by that number
     */
    public LimitedStream(InputStream in, long most, LongFunction<IOException> failure) {
        super(in);
        this.most = most;
        this.failure = failure;
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
            throw failure.apply(most);
        }
    }
}

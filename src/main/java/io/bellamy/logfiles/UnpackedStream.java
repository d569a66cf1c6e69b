package io.bellamy.logfiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of something packed, as long as it is not out of all proportion to what went in. */
final class UnpackedStream extends FilterInputStream {

    /** Logs repeat themselves: zstd makes up to 200 times less of them. */
    private static final long TIMES = 1000;

    private static final long ALWAYS = 1 << 26;

    private final long most;
    private long left;

    /** Bounds a stream by the size of what it was made of. */
    UnpackedStream(InputStream in, long packedBytes) {
        super(in);
        this.most = ALWAYS + TIMES * Math.max(0, packedBytes);
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
        count(read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) throws IOException {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw new IOException("unpacks to more than " + most + " bytes, which no log does");
        }
    }
}

package io.bellamy.logfiles;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Unpacks what Spark packed with snappy: a header and blocks, each after its length, as snappy-java's SnappyOutputStream writes
 * them. In Java alone, where snappy-java would unpack native code among the temporary files of all users. Not safe for use by
 * several threads.
 */
final class SnappyStream extends InputStream {

    /** What a stream begins with; streams may follow one another. */
    static final String MAGIC = "\u0082SNAPPY\0";

    /** The first four bytes of it, where else the length of a block is. */
    private static final int MAGIC_START = 0x82534e41;

    /** The rest of the magic, and two versions of four bytes. */
    private static final int HEADER_REST = MAGIC.length() - Integer.BYTES + 2 * Integer.BYTES;

    /** Of plain bytes in a block; Spark's own are of 32 KiB, and have a setting. */
    private static final int LARGEST_BLOCK = 1 << 26;

    /** What can't be made smaller grows by up to a sixth and 32 bytes. */
    private static final int LARGEST_PACKED = 32 + LARGEST_BLOCK + LARGEST_BLOCK / 6;

    private final DataInputStream in;
    private final SnappyDecompressor decompressor = new SnappyDecompressor();
    private byte[] packed = new byte[0];
    private byte[] plain = new byte[0];
    private int position;
    private int end;

    SnappyStream(InputStream in) {
        this.in = new DataInputStream(in);
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? plain[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(plain, position, bytes, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return end - position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean hasMore() throws IOException {
        while (position == end) {
            int first = in.read();
            if (first < 0) {
                return false;
            }
            int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            if (length == MAGIC_START) {
                in.skipNBytes(HEADER_REST);
            } else {
                block(length);
            }
        }
        return true;
    }

    private void block(int length) throws IOException {
        if (length <= 0 || length > LARGEST_PACKED) {
            throw outsize(length);
        }
        packed = atLeast(length, packed);
        if (in.readNBytes(packed, 0, length) < length) {
            throw new EOFException("ends within a snappy block");
        }
        try {
            int size = SnappyDecompressor.getUncompressedLength(packed, 0);
            if (size < 0 || size > LARGEST_BLOCK) {
                throw outsize(size);
            }
            plain = atLeast(size, plain);
            end = decompressor.decompress(packed, 0, length, plain, 0, size);
            position = 0;
        } catch (MalformedInputException malformed) {
            throw new IOException("is damaged: " + malformed.getMessage(), malformed);
        }
    }

    private static byte[] atLeast(int length, byte[] buffer) {
        return buffer.length < length ? new byte[length] : buffer;
    }

    private static IOException outsize(int length) {
        return new IOException(
                "has a snappy block of " + Integer.toUnsignedString(length) + " bytes, which no log does");
    }
}

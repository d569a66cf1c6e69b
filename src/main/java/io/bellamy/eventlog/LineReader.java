package io.bellamy.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Takes a stream apart into lines without copying them: a line is a range of a buffer, until the next one is asked for.
 */
final class LineReader {

    private static final int FIRST_SIZE = 1 << 18;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long ENDS = '\n' * ONES;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final InputStream in;
    private final int most;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int start;
    private int filled;
    private long passedOver;

    /**
     * Reads from where the stream is.
     *
     * @param most how many bytes a line may have; longer ones are passed over and counted
     */
    LineReader(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /** How many lines were longer than they may be. */
    long passedOver() {
        return passedOver;
    }

    /** Points to the next line, without its end; false at the end of the stream. */
    boolean next(EventLine line) throws IOException {
        int from = start;
        boolean tooLong = false;
        while (true) {
            int end = end(from);
            if (end < filled) {
                line.set(buffer, start, end);
                start = end + 1;
                if (!tooLong) {
                    return true;
                }
                tooLong = false;
                from = start;
                continue;
            }
            from = filled;
            if (filled - start > most) {
                passedOver += tooLong ? 0 : 1;
                tooLong = true;
                start = filled;
            }
            from -= makeRoom();
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                line.set(buffer, start, filled);
                boolean left = filled > start && !tooLong;
                start = filled;
                return left;
            }
            filled += read;
        }
    }

    /** Most of the time goes here, so eight bytes are looked at in one go: a byte that is an end of line becomes 0. */
    private int end(int from) {
        byte[] bytes = buffer;
        int last = filled;
        int at = from;
        while (at <= last - Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at) ^ ENDS;
            long zeros = (eight - ONES) & ~eight & HIGH_BITS;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < last && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** By how much what was read is moved to the left. */
    private int makeRoom() {
        int moved = start;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        } else if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, most + FIRST_SIZE));
        }
        return moved;
    }
}

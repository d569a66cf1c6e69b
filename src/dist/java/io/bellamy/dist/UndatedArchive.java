package io.bellamy.dist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes one archive of classes of two that Java wrote of the same list: without what tells when it was written. That is when the
 * machine had run for how long as the soft references in it were made, and the checksums of the parts in which these are, which
 * Java looks at where it is told to alone ({@code -XX:+VerifySharedSpaces}).
 */
public final class UndatedArchive {

    /** Some hundred words are times; archives of other lists, or of other Javas, differ in far more. */
    private static final int MOST_TIMES = 2000;

    private UndatedArchive() {}

    /**
     * Makes it.
     *
     * @param arguments the one, the other, which was written some milliseconds later at least, and the one to be made
     */
    public static void main(String[] arguments) throws IOException {
        byte[] one = Files.readAllBytes(Path.of(arguments[0]));
        byte[] other = Files.readAllBytes(Path.of(arguments[1]));
        Files.write(Path.of(arguments[2]), undated(one, other));
    }

    static byte[] undated(byte[] one, byte[] other) {
        if (one.length != other.length) {
            throw new IllegalStateException("the archives differ in length: " + one.length + " and " + other.length);
        }
        ByteBuffer undated = ByteBuffer.wrap(one.clone());
        ByteBuffer later = ByteBuffer.wrap(other);
        int times = 0;
        for (int at = 0; at + Integer.BYTES <= one.length; at += Integer.BYTES) {
            if (undated.getInt(at) != later.getInt(at)) {
                undated.putInt(at, 0);
                times++;
            }
        }
        if (times > MOST_TIMES) {
            throw new IllegalStateException("the archives differ in " + times + " words, so in more than their times");
        }
        return undated.array();
    }
}

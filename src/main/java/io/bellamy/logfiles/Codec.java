package io.bellamy.logfiles;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.ning.compress.lzf.LZFInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4BlockInputStream;
import org.xerial.snappy.SnappyInputStream;

/**
 * In what a log may be packed.
 *
 * @param magic the bytes that it begins with, one a character
 * @param unpacking what unpacks it
 */
record Codec(String magic, Unpacking unpacking) {

    private static final int BUFFER = 1 << 16;

    /** A compressed file may be compressed again, as those of clouds often are. */
    private static final int LEVELS = 3;

    private static final List<Codec> ALL = List.of(
            new Codec("(\u00B5/\u00FD", Codec::zstd),
            new Codec("\u001F\u008B", in -> new GZIPInputStream(in, BUFFER)),
            new Codec("LZ4Block", in -> LZ4BlockInputStream.newBuilder()
                    .withStopOnEmptyBlock(false)
                    .build(in)),
            new Codec("\u0082SNAPPY\0", SnappyInputStream::new),
            new Codec("ZV", LZFInputStream::new),
            new Codec("PK\u0003\u0004", in -> {
                throw new IOException("is an archive in an archive: unpack it first");
            }));

    /** Unpacks a stream. */
    @FunctionalInterface
    interface Unpacking {
        InputStream of(InputStream in) throws IOException;
    }

    /**
     * Unpacks what is packed, and gives the rest as it is.
     *
     * @param bytes how many there are, packed or not
     */
    static InputStream unpacked(InputStream raw, long bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        for (int level = 0; level < LEVELS; level++) {
            String first = first(in);
            Optional<Codec> codec = ALL.stream()
                    .filter(known -> first.startsWith(known.magic()))
                    .findFirst();
            if (codec.isEmpty()) {
                break;
            }
            InputStream unpacked = codec.get().unpacking().of(in);
            in = new BufferedInputStream(new UnpackedStream(unpacked, bytes), BUFFER);
        }
        return in;
    }

    private static InputStream zstd(InputStream in) throws IOException {
        ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(in);
        // of a frame that its writer did not end, what is there
        zstd.setContinuous(true);
        return zstd;
    }

    private static String first(BufferedInputStream in) throws IOException {
        in.mark(Long.BYTES);
        byte[] first = in.readNBytes(Long.BYTES);
        in.reset();
        return new String(first, StandardCharsets.ISO_8859_1);
    }
}

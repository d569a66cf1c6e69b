package io.bellamy.logfiles;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.ning.compress.lzf.LZFInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4BlockInputStream;
import org.xerial.snappy.SnappyInputStream;

/** In what a log may be packed, by its first bytes. */
enum Codec {
    ZSTD("\u0028\u00B5\u002F\u00FD", in -> {
        ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(in);
        // of a frame that its writer did not end, what is there
        zstd.setContinuous(true);
        return zstd;
    }),
    GZIP("\u001F\u008B", in -> new GZIPInputStream(in, Codec.BUFFER)),
    LZ4("LZ4Block", in -> LZ4BlockInputStream.newBuilder()
            .withStopOnEmptyBlock(false)
            .build(in)),
    SNAPPY("\u0082SNAPPY\0", SnappyInputStream::new),
    LZF("ZV", LZFInputStream::new),
    NESTED_ZIP("PK\u0003\u0004", in -> {
        throw new IOException("is an archive in an archive: unpack it first");
    });

    private static final int BUFFER = 1 << 16;

    /** A compressed file may be compressed again, as those of clouds often are. */
    private static final int LEVELS = 3;

    private final byte[] magic;
    private final Unpacking unpacking;

    /** Unpacks a stream. */
    @FunctionalInterface
    private interface Unpacking {
        InputStream of(InputStream in) throws IOException;
    }

    Codec(String magic, Unpacking unpacking) {
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
        this.unpacking = unpacking;
    }

    /**
     * Unpacks what is packed, and gives the rest as it is.
     *
     * @param bytes how many there are, packed or not
     */
    static InputStream unpacked(InputStream raw, long bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        for (int level = 0; level < LEVELS; level++) {
            byte[] first = first(in);
            Codec codec = Stream.of(values())
                    .filter(known -> known.begins(first))
                    .findFirst()
                    .orElse(null);
            if (codec == null) {
                return in;
            }
            in = new BufferedInputStream(new UnpackedStream(codec.unpacking.of(in), bytes), BUFFER);
        }
        return in;
    }

    private static byte[] first(BufferedInputStream in) throws IOException {
        in.mark(Long.BYTES);
        byte[] first = in.readNBytes(Long.BYTES);
        in.reset();
        return first;
    }

    private boolean begins(byte[] first) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= first.length || first[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

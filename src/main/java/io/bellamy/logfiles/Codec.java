package io.bellamy.logfiles;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.ning.compress.lzf.LZFInputStream;
import io.bellamy.files.LimitedStream;
import io.bellamy.natives.ZstdLibrary;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4BlockInputStream;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.xxhash.XXHashFactory;

/**
 * In what a log may be packed.
 *
 * @param magic the bytes that it begins with, one a character
 * @param unpacking what unpacks it
 */
record Codec(String magic, Unpacking unpacking) {

    private static final int BUFFER = 1 << 16;

    /** What comes out may be so many times what went in: logs repeat themselves, and zstd makes up to 200 times less of them. */
    private static final long TIMES = 1000;

    private static final long ALWAYS = 1 << 26;

    /** Of the checksums that LZ4's Java streams have. */
    private static final int LZ4_SEED = 0x9747b28c;

    /** A compressed file may be compressed again, as those of clouds often are. */
    private static final int LEVELS = 3;

    private static final List<Codec> ALL = List.of(
            new Codec("(\u00B5/\u00FD", Codec::zstd),
            new Codec("\u001F\u008B", in -> new GZIPInputStream(in, BUFFER)),
            new Codec("LZ4Block", Codec::lz4),
            new Codec(SnappyStream.MAGIC, SnappyStream::new),
            new Codec("ZV", LZFInputStream::new),
            new Codec("PK\u0003\u0004", in -> {
                throw new IOException("is an archive, and none of those that are looked into here: unpack it first");
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
            in = new BufferedInputStream(
                    new LimitedStream(unpacked, ALWAYS + TIMES * Math.max(0, bytes), Codec::bomb), BUFFER);
        }
        return in;
    }

    private static IOException bomb(long most) {
        return new IOException("unpacks to more than " + most + " bytes, which no log does");
    }

    /** In Java alone: native code would be unpacked among the temporary files of all users. */
    private static InputStream lz4(InputStream in) {
        return LZ4BlockInputStream.newBuilder()
                .withStopOnEmptyBlock(false)
                .withDecompressor(LZ4Factory.fastestJavaInstance().safeDecompressor())
                .withChecksum(XXHashFactory.fastestJavaInstance()
                        .newStreamingHash32(LZ4_SEED)
                        .asChecksum())
                .build(in);
    }

    private static InputStream zstd(InputStream in) throws IOException {
        check("zstd", ZstdLibrary.problem());
        ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(in);
        // of a frame that its writer did not end, what is there
        zstd.setContinuous(true);
        return zstd;
    }

    private static void check(String codec, Optional<String> problem) throws IOException {
        if (problem.isPresent()) {
            throw new IOException(codec + " can't be used here: " + problem.get());
        }
    }

    private static String first(BufferedInputStream in) throws IOException {
        in.mark(Long.BYTES);
        byte[] first = in.readNBytes(Long.BYTES);
        in.reset();
        return new String(first, StandardCharsets.ISO_8859_1);
    }
}

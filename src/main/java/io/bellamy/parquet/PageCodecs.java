package io.bellamy.parquet;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.bellamy.natives.ZstdLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Unpacks pages, in Java alone but for zstd: what Parquet's own codecs load would unpack native code among the temporary files of
 * all users. Safe for several threads.
 */
final class PageCodecs implements CompressionCodecFactory {

    /** Of a page in bytes when it is unpacked; usual are 1 MiB. */
    private static final int LARGEST_PAGE = 1 << 27;

    /** Unpacks bytes to so many. */
    @FunctionalInterface
    private interface PageUnpacking {
        byte[] of(byte[] packed, int size) throws IOException;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new PageDecompressor((plain, size) -> plain);
            case SNAPPY -> new PageDecompressor((packed, size) -> block(new SnappyDecompressor(), packed, size));
            case LZ4_RAW -> new PageDecompressor((packed, size) -> block(new Lz4Decompressor(), packed, size));
            case GZIP ->
                new PageDecompressor((packed, size) -> {
                    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                        return in.readNBytes(size);
                    }
                });
            case ZSTD -> new PageDecompressor(PageCodecs::zstd);
            case LZO, BROTLI, LZ4 ->
                new PageDecompressor((packed, size) -> {
                    throw new UnreadableException("is compressed with "
                            + codec.name().toLowerCase(Locale.ROOT)
                            + ": write it with zstd, snappy, gzip, lz4_raw or uncompressed");
                });
        };
    }

    private static byte[] block(Decompressor decompressor, byte[] packed, int size) throws IOException {
        byte[] plain = new byte[size];
        int written = decompressor.decompress(packed, 0, packed.length, plain, 0, size);
        if (written != size) {
            throw new IOException("a page has " + written + " bytes instead of " + size);
        }
        return plain;
    }

    private static byte[] zstd(byte[] packed, int size) throws IOException {
        Optional<String> problem = ZstdLibrary.problem();
        if (problem.isPresent()) {
            throw new UnreadableException("zstd can't be used here: " + problem.get());
        }
        try (InputStream in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed))) {
            return in.readNBytes(size);
        }
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("nothing is written");
    }

    @Override
    public void release() {
        // nothing is held
    }

    /** Unpacks the pages of a column. */
    private record PageDecompressor(PageUnpacking unpacking) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput packed, int size) throws IOException {
            if (size < 0 || size > LARGEST_PAGE) {
                throw new UnreadableException("has a page of " + Integer.toUnsignedString(size)
                        + " bytes; write smaller pages, of at most " + LARGEST_PAGE);
            }
            byte[] plain = unpacking.of(packed.toInputStream().readAllBytes(), size);
            if (plain.length != size) {
                throw new IOException("a page has " + plain.length + " bytes instead of " + size);
            }
            return BytesInput.from(plain);
        }

        @Override
        public void decompress(ByteBuffer packed, int packedSize, ByteBuffer plain, int size) throws IOException {
            byte[] bytes = new byte[packedSize];
            packed.get(bytes);
            plain.put(decompress(BytesInput.from(bytes), size).toInputStream().readAllBytes());
        }

        @Override
        public void release() {
            // nothing is held
        }
    }
}

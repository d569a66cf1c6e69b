package io.bellamy.parquet;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.bellamy.natives.ZstdLibrary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Packs pages, without Hadoop and without native code among temporary files. */
final class PackingCodecs implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput bytes) throws IOException {
                return BytesInput.from(packed(codec, bytes.toInputStream().readAllBytes()));
            }

            @Override
            public CompressionCodecName getCodecName() {
                return codec;
            }

            @Override
            public void release() {
                // nothing is held
            }
        };
    }

    private static byte[] packed(CompressionCodecName codec, byte[] plain) throws IOException {
        return switch (codec) {
            case SNAPPY -> block(new SnappyCompressor(), plain);
            case LZ4_RAW -> block(new Lz4Compressor(), plain);
            case GZIP -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                    out.write(plain);
                }
                yield packed.toByteArray();
            }
            case ZSTD -> {
                ZstdLibrary.problem().ifPresent(problem -> {
                    throw new IllegalStateException(problem);
                });
                yield Zstd.compress(plain);
            }
            // what it says it is packed with, and is not: nothing here packs so
            case UNCOMPRESSED, LZO, BROTLI, LZ4 -> plain;
        };
    }

    private static byte[] block(Compressor compressor, byte[] plain) {
        byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
        return Arrays.copyOf(packed, compressor.compress(plain, 0, plain.length, packed, 0, packed.length));
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("nothing is read");
    }

    @Override
    public void release() {
        // nothing is held
    }
}

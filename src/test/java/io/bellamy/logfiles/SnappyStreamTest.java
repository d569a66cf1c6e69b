package io.bellamy.logfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.SnappyOutputStream;

/** Streams that snappy-java wrote, as Spark has them, and such as nobody should write. */
class SnappyStreamTest {

    private static final String HEADER = "82534e4150505900" + "00000001" + "00000001";

    private static byte[] packed(byte[] plain, int blockSize) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new SnappyOutputStream(bytes, blockSize)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] stream) throws IOException {
        return new SnappyStream(new ByteArrayInputStream(stream)).readAllBytes();
    }

    /** Lines that repeat themselves near and far, and noise that can't be made smaller. */
    private static byte[] plain(int seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 2000; i++) {
            bytes.writeBytes(("{\"Event\":\"" + random.nextInt(50) + "\"}\n").getBytes(StandardCharsets.UTF_8));
            byte[] noise = new byte[i % 200];
            random.nextBytes(noise);
            bytes.writeBytes(noise);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 10, 1 << 15, 1 << 17, 1 << 22})
    void whatSnappyJavaWritesIsReadInBlocksOfAnySize(int blockSize) throws IOException {
        byte[] plain = plain(blockSize);
        assertThat(unpacked(packed(plain, blockSize))).isEqualTo(plain);
    }

    @Test
    void streamsFollowOneAnotherAndSingleBytesCanBeRead() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(packed(new byte[] {1, (byte) 0xff}, 1 << 15));
        both.writeBytes(packed(new byte[0], 1 << 15));
        both.writeBytes(packed(new byte[] {3}, 1 << 15));
        SnappyStream in = new SnappyStream(new ByteArrayInputStream(both.toByteArray()));
        assertThat(new int[] {in.read(), in.read(), in.read(), in.read()}).containsExactly(1, 0xff, 3, -1);
    }

    @Test
    void ofAStreamCutShortTheWholeBlocksAreThere() throws IOException {
        byte[] plain = plain(1);
        byte[] stream = packed(plain, 1 << 15);
        SnappyStream in = new SnappyStream(new ByteArrayInputStream(Arrays.copyOf(stream, stream.length - 1)));
        byte[] whole = in.readNBytes(plain.length / (1 << 15) * (1 << 15));
        assertThat(plain).startsWith(whole);
        assertThatThrownBy(in::read).isInstanceOf(EOFException.class).hasMessage("ends within a snappy block");
    }

    @ParameterizedTest
    @CsvSource({
        "7fffffff, has a snappy block of 2147483647 bytes",
        "fffffff0, has a snappy block of 4294967280 bytes",
        "00000000, has a snappy block of 0 bytes",
        "00000006 ffffffff0741, has a snappy block of 2147483647 bytes",
        "00000006 ffffffff0f41, is damaged",
        "00000001 ff, is damaged",
        "00000003 050000, is damaged",
    })
    void lengthsThatNoLogHasAreRefused(String hexadecimal, String told) {
        byte[] stream = HexFormat.of().parseHex(HEADER + hexadecimal.replace(" ", ""));
        assertThatThrownBy(() -> unpacked(stream))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(told);
    }

    @Test
    void whateverByteIsDamagedItIsToldOrReadAndNothingElseHappens() throws IOException {
        byte[] stream = packed(plain(2), 1 << 15);
        Random random = new Random(3);
        int told = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = stream.clone();
            damaged[16 + random.nextInt(i % 2 == 0 ? 200 : stream.length - 16)] = (byte) random.nextInt();
            try {
                unpacked(damaged);
            } catch (IOException expected) {
                told++;
            }
        }
        assertThat(told).isGreaterThan(100);
    }
}

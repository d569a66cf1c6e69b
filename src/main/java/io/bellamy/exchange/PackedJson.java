package io.bellamy.exchange;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Values as JSON, compressed; what is read becomes no more bytes than a limit, and no class but the one that is asked for. */
final class PackedJson {

    private static final int LARGEST = 512 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private PackedJson() {}

    static byte[] pack(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(JSON.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException("can't pack " + value.getClass().getSimpleName(), e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if these are not the bytes of such a value */
    static <T> T unpack(byte[] bytes, Class<T> type) {
        return unpack(bytes, type, LARGEST);
    }

    static <T> T unpack(byte[] bytes, Class<T> type, int largest) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] text = in.readNBytes(largest + 1);
            if (text.length > largest) {
                throw new IllegalArgumentException("it is larger than " + largest + " bytes");
            }
            return JSON.readValue(text, type);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is not what this program packs: " + e.getMessage(), e);
        }
    }
}

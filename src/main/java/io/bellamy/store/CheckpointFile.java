package io.bellamy.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.Quoted;
import io.bellamy.training.SearchState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A checkpoint on disk: a line with format and SHA-256, then JSON in which packed states stand in Base64. It is written
 * aside, through to the disk, and renamed, so that a reader finds this one or the one before and never half of one.
 */
final class CheckpointFile {

    private static final int FORMAT = 1;
    private static final String HEAD = "bellamy checkpoint " + FORMAT + " sha256 ";
    private static final int DIGEST = 64;
    private static final int LARGEST = 512 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private final Path file;
    private final Path aside;

    /**
     * What is kept.
     *
     * @param key what it belongs to
     * @param written when, as in ISO 8601
     * @param seconds how long the search had taken
     * @param state where it was
     */
    record Content(CheckpointKey key, String written, double seconds, SearchState state) {}

    CheckpointFile(Path folder) {
        this.file = folder.resolve("checkpoint.json");
        this.aside = folder.resolve("checkpoint.json.aside");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Replaces what was kept before. */
    void write(Content content) throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        byte[] head = (HEAD + DigestUtils.sha256Hex(body) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (ByteBuffer buffer : new ByteBuffer[] {ByteBuffer.wrap(head), ByteBuffer.wrap(body)}) {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * What was kept last.
     *
     * @throws DamagedModelException if it is not as it was written
     */
    Content read() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        int start = HEAD.length() + DIGEST + 1;
        if (bytes.length > LARGEST || bytes.length < start) {
            throw damaged("has " + bytes.length + " bytes");
        }
        String head = new String(bytes, 0, start, StandardCharsets.US_ASCII);
        if (!head.startsWith(HEAD)) {
            throw damaged("does not begin with '" + HEAD.strip() + "'");
        }
        byte[] body = Arrays.copyOfRange(bytes, start, bytes.length);
        if (!head.equals(HEAD + DigestUtils.sha256Hex(body) + "\n")) {
            throw damaged("is not as it was written (its SHA-256 differs)");
        }
        try {
            return JSON.readValue(body, Content.class);
        } catch (JsonProcessingException e) {
            throw damaged("is not what this program writes: " + Quoted.plain(e.getOriginalMessage()));
        }
    }

    private DamagedModelException damaged(String why) {
        return new DamagedModelException(Quoted.plain(file) + ": " + why + "; start anew without --resume");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(aside);
    }
}

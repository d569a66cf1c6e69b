package io.bellamy.historyserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.OptionalLong;

/** Answers of a history server in JSON. */
final class JsonAnswers {

    private static final int MOST_BYTES = 1 << 26;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'GMT'", Locale.ROOT);

    private final HttpFetch fetch;
    private final ObjectMapper json = new ObjectMapper();

    JsonAnswers(HttpFetch fetch) {
        this.fetch = fetch;
    }

    /** The list at an address. */
    JsonNode list(URI address) throws IOException {
        JsonNode answer = read(address);
        if (!answer.isArray()) {
            throw new RefusedException("does not answer with a list");
        }
        return answer;
    }

    /** The object at an address. */
    JsonNode object(URI address) throws IOException {
        JsonNode answer = read(address);
        if (!answer.isObject()) {
            throw new RefusedException("does not answer with an object");
        }
        return answer;
    }

    private JsonNode read(URI address) throws IOException {
        try (InputStream in = fetch.open(address)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new RefusedException("answers with more than " + MOST_BYTES + " bytes");
            }
            return json.readTree(bytes);
        } catch (JsonProcessingException noJson) {
            throw new RefusedException("does not answer as a history server does: no JSON");
        }
    }

    /** The time of a field in milliseconds since 1970; nothing where there is none, or one before. */
    static OptionalLong time(JsonNode of, String field) {
        try {
            Instant time = LocalDateTime.parse(of.path(field).asText(""), TIME).toInstant(ZoneOffset.UTC);
            return time.toEpochMilli() > 0 ? OptionalLong.of(time.toEpochMilli()) : OptionalLong.empty();
        } catch (DateTimeParseException notTold) {
            return OptionalLong.empty();
        }
    }
}

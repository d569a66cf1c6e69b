package io.bellamy.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Files of JSON with numbers as exact decimals, in and out; what is read may have been damaged. */
final class StoredJson {

    private static final int LARGEST = 256 << 20;

    /** Made where it is needed, since that takes long. */
    private static final class Mapper {

        static final ObjectMapper JSON = StrictJson.builder(QuickJson.FACTORY.copy())
                .addModule(new Jdk8Module())
                .addModule(new FiniteNumbers())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }

    private StoredJson() {}

    /** Writes a file through to the disk and gives its SHA-256. */
    static String write(Path file, Object content) throws IOException {
        byte[] bytes = render(content);
        OutputFile.write(file, bytes);
        return DigestUtils.sha256Hex(bytes);
    }

    /** What a file with this content holds. */
    static byte[] render(Object content) throws IOException {
        return Mapper.JSON.writeValueAsBytes(content);
    }

    /**
     * What stands in a file.
     *
     * @throws DamagedModelException naming it, if it is missing, no file, too large or can't be read
     */
    static byte[] bytes(Path file) {
        InputFile stored = InputFile.stored(file);
        try {
            if (!stored.exists()) {
                throw damaged(file, "is missing");
            }
            return stored.read(LARGEST);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Content as a value.
     *
     * @param file where it comes from
     */
    static <T> T parse(Path file, byte[] bytes, Class<T> type) {
        Optional<T> plain = QuickJson.read(bytes, type);
        try {
            return plain.isPresent() ? plain.get() : Mapper.JSON.readValue(bytes, type);
        } catch (JsonProcessingException e) {
            throw new DamagedModelException(foreign(file, e), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** A value as a tree. */
    static JsonNode tree(Object value) {
        return Mapper.JSON.valueToTree(value);
    }

    /** A tree as a value. */
    static <T> T convert(Path file, JsonNode tree, Class<T> type) {
        try {
            return Mapper.JSON.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new DamagedModelException(foreign(file, e), e);
        }
    }

    private static String foreign(Path file, JsonProcessingException e) {
        // what a constructor refuses it says itself; the rest is Jackson's, with names of classes at its end
        String why = e.getCause() instanceof IllegalArgumentException refused
                ? Quoted.line(refused.getMessage())
                : Quoted.plain(e.getOriginalMessage());
        return Quoted.line(file.toString()) + ": is not what this program saves: " + why;
    }

    static DamagedModelException unreadable(Path place, IOException e) {
        return new DamagedModelException(Reason.of(Quoted.line(place.toString()), e), e);
    }

    static DamagedModelException damaged(Path file, String what) {
        return new DamagedModelException(Quoted.line(file.toString()) + ": " + what);
    }
}

package io.bellamy.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellamy.files.FileKind;
import io.bellamy.files.InputFile;
import io.bellamy.files.OutputFile;
import io.bellamy.files.UnusableFileException;
import io.bellamy.problem.DamagedModelException;
import io.bellamy.problem.Quoted;
import io.bellamy.problem.Remedy;
import io.bellamy.training.SearchState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A checkpoint on disk: a line with format and SHA-256, then JSON in which packed states stand in Base64. It is written
 * aside, through to the disk, and renamed, so that a reader finds this one or the one before and never half of one.
 */
final class CheckpointFile {

    private static final int FORMAT = 1;
    private static final String HEAD = "bellamy checkpoint " + FORMAT + " sha256 ";
    /** What programs before this one wrote a checkpoint into. */
    private static final String EARLIER_ASIDE = ".aside";

    private static final int DIGEST = 64;
    private static final int LARGEST = 512 << 20;

    private static final ObjectMapper JSON =
            StrictJson.builder(new JsonFactory()).build();

    private final InputFile file;

    /**
     * What is kept.
     *
     * @param key what it belongs to
     * @param written when, as in ISO 8601
     * @param seconds how long the search had taken
     * @param state where it was
     */
    record Content(CheckpointKey key, String written, double seconds, SearchState state) {

        Content {
            requireTime(written);
            if (!(seconds >= 0 && Double.isFinite(seconds))) {
                throw new IllegalArgumentException("seconds must be a number of 0 or more");
            }
        }

        private static void requireTime(String written) {
            try {
                Instant.parse(written);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("written must be a time", e);
            }
        }
    }

    CheckpointFile(Path folder) {
        this.file = InputFile.stored(folder.resolve("checkpoint.json"));
    }

    Path path() {
        return file.path();
    }

    /** @throws IOException also if its folder is none of this program */
    boolean exists() throws IOException {
        Path folder = file.path().getParent();
        FileKind kind = FileKind.ofItself(folder);
        if (kind != FileKind.FOLDER && kind != FileKind.NOTHING) {
            throw new UnusableFileException(folder, kind.objection());
        }
        return kind == FileKind.FOLDER && file.exists();
    }

    /** Replaces what was kept before. */
    void write(Content content) throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        byte[] head = (HEAD + DigestUtils.sha256Hex(body) + "\n").getBytes(StandardCharsets.US_ASCII);
        OutputFile.replace(file.path(), out -> {
            out.write(head);
            out.write(body);
        });
    }

    /**
     * What was kept last.
     *
     * @throws DamagedModelException if it is not as it was written
     */
    Content read() throws IOException {
        byte[] bytes = file.read(LARGEST);
        int start = HEAD.length() + DIGEST + 1;
        if (bytes.length < start) {
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
        return new DamagedModelException(Quoted.plain(file.path()) + ": " + why, Remedy.START_ANEW);
    }

    void delete() throws IOException {
        OutputFile.deleteIfThere(file.path());
        OutputFile.deleteIfThere(file.path().resolveSibling(file.path().getFileName() + EARLIER_ASIDE));
    }
}

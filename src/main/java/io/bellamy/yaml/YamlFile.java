package io.bellamy.yaml;

import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.files.TextFault;
import io.bellamy.files.TooLargeFileException;
import io.bellamy.problem.Counted;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads files and streams of YAML documents whose top level is a mapping. */
public final class YamlFile {

    private static final String DOCUMENT = "document_bytes";
    private static final String STREAM = "stream_bytes";

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param problems where what is wrong inside the document is collected
     * @throws InvalidInputException if it can't be read, or is not a YAML mapping or too large
     */
    public static YamlSection read(InputFile file, Problems problems) {
        return parse(file.path().toString(), text(file, problems.limits().documentBytes(), DOCUMENT), problems);
    }

    /**
     * The text of a file, for who keeps it.
     *
     * @throws InvalidInputException if it can't be read, or is not text or too large
     */
    public static String text(InputFile file) {
        return text(file, Limits.DEFAULTS.documentBytes(), DOCUMENT);
    }

    /**
     * The documents of a file, which are read one by one.
     *
     * @throws InvalidInputException if it can't be read, or is not text or too large
     */
    public static List<YamlText> documents(InputFile file, Limits limits) {
        return YamlText.split(file.path().toString(), text(file, limits.streamBytes(), STREAM), limits);
    }

    /** The documents of a stream; {@code name} stands for it in messages. */
    public static List<YamlText> documents(String name, InputStream in, Limits limits) throws IOException {
        return YamlText.split(name, text(name, in, limits.streamBytes(), STREAM), limits);
    }

    private static String text(InputFile file, int largest, String limit) {
        try {
            return decode(file.path().toString(), file.read(largest));
        } catch (TooLargeFileException e) {
            throw new InvalidInputException(
                    Quoted.line(file.path().toString()) + ": " + Reason.of(e) + Limits.raise(limit));
        } catch (IOException e) {
            throw new InvalidInputException(Quoted.line(file.path().toString()) + ": " + Reason.of(e));
        }
    }

    /** Reads a stream; {@code name} stands for it in messages. */
    public static YamlSection read(String name, InputStream in, Problems problems) throws IOException {
        return parse(name, text(name, in, problems.limits().documentBytes(), DOCUMENT), problems);
    }

    private static String text(String name, InputStream in, int largest, String limit) throws IOException {
        byte[] bytes = in.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new InvalidInputException(
                    Quoted.line(name) + ": is larger than " + Counted.of(largest, "byte") + Limits.raise(limit));
        }
        return decode(name, bytes);
    }

    private static String decode(String name, byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(Quoted.plain(name) + TextFault.of(new ByteArrayInputStream(bytes)));
        }
    }

    /** Reads a text; {@code source} stands for it in messages. */
    public static YamlSection parse(String source, String text, Problems problems) {
        return YamlText.of(source, text).read(problems);
    }
}

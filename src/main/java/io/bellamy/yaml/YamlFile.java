package io.bellamy.yaml;

import io.bellamy.files.InputFile;
import io.bellamy.files.Reason;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads files and streams of YAML documents whose top level is a mapping. */
public final class YamlFile {

    /** Of all documents of a stream together. */
    private static final int LARGEST_STREAM = 1 << 26;

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param problems where what is wrong inside the document is collected
     * @throws InvalidInputException if it can't be read, or is not a YAML mapping or too large
     */
    public static YamlSection read(InputFile file, Problems problems) {
        return parse(file.path().toString(), text(file), problems);
    }

    /**
     * The text of a file, for who keeps it.
     *
     * @throws InvalidInputException if it can't be read, or is not text or too large
     */
    public static String text(InputFile file) {
        return text(file, YamlText.LARGEST);
    }

    /**
     * The documents of a file, which are read one by one.
     *
     * @throws InvalidInputException if it can't be read, or is not text or too large
     */
    public static List<YamlText> documents(InputFile file) {
        return YamlText.split(file.path().toString(), text(file, LARGEST_STREAM));
    }

    /** The documents of a stream; {@code name} stands for it in messages. */
    public static List<YamlText> documents(String name, InputStream in) throws IOException {
        return YamlText.split(name, text(name, in, LARGEST_STREAM));
    }

    private static String text(InputFile file, int largest) {
        try {
            return decode(file.path().toString(), file.read(largest));
        } catch (IOException e) {
            throw new InvalidInputException(Quoted.plain(file.path()) + ": " + Reason.of(e));
        }
    }

    /** Reads a stream; {@code name} stands for it in messages. */
    public static YamlSection read(String name, InputStream in, Problems problems) throws IOException {
        return parse(name, text(name, in, YamlText.LARGEST), problems);
    }

    private static String text(String name, InputStream in, int largest) throws IOException {
        byte[] bytes = in.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new InvalidInputException(Quoted.plain(name) + ": is larger than " + largest + " bytes");
        }
        return decode(name, bytes);
    }

    private static String decode(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(Quoted.plain(name) + ": is not UTF-8 text");
        }
    }

    /** Reads a text; {@code source} stands for it in messages. */
    public static YamlSection parse(String source, String text, Problems problems) {
        return YamlText.of(source, text).read(problems);
    }
}

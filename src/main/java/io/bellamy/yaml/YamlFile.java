package io.bellamy.yaml;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one YAML document whose top level is a mapping. Inputs are hostile: size, depth and aliases are bounded. */
public final class YamlFile {

    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 32;
    private static final int MOST_ALIASES = 20;

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @param problems where what is wrong inside the document is collected
     * @throws InvalidInputException if there is no such file, or it is not a YAML mapping or too large
     */
    public static YamlSection read(Path file, Problems problems) {
        return parse(file.toString(), text(file), problems);
    }

    /**
     * The text of a file, for who keeps it.
     *
     * @throws InvalidInputException if there is no such file, or it is not text or too large
     */
    public static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(Quoted.plain(file)
                    + (Files.isDirectory(file) ? ": is a folder, not a file" : ": there is no such file"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return text(file.toString(), in);
        } catch (IOException e) {
            throw new InvalidInputException(Quoted.plain(file) + ": can't be read: " + e.getMessage());
        }
    }

    /** Reads a stream; {@code name} stands for it in messages. */
    public static YamlSection read(String name, InputStream in, Problems problems) throws IOException {
        return parse(name, text(name, in), problems);
    }

    private static String text(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new InvalidInputException(Quoted.plain(name) + ": is larger than " + LARGEST + " bytes");
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
        String name = Quoted.plain(source);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidInputException(name + ":" + line + ": is not valid YAML: " + Quoted.plain(e.getProblem()));
        } catch (YAMLException e) {
            throw new InvalidInputException(name + ": is not valid YAML: " + Quoted.plain(e.getMessage()));
        }
        if (root instanceof MappingNode mapping) {
            return YamlSection.of(name, mapping, problems);
        }
        throw new InvalidInputException(name + ": must be a mapping of keys to values");
    }
}

package io.bellamy.yaml;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The text of one document of YAML or JSON, not read yet: whatever is wrong in it does no harm to others of the same
 * stream. Inputs are hostile: size, depth and aliases are bounded.
 */
public final class YamlText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final YamlSource source;
    private final String text;

    YamlText(YamlSource source, String text) {
        this.source = source;
        this.text = text;
    }

    /** The one document that a text is; {@code name} stands for it in messages. */
    static YamlText of(String name, String text) {
        return new YamlText(new YamlSource(Quoted.line(name), 0), withoutMark(text));
    }

    /**
     * The documents of a text: objects of JSON if every line is one, else documents of YAML; those with nothing in them are
     * left out.
     *
     * @throws InvalidInputException if there are more than the limits allow
     */
    static List<YamlText> split(String name, String text, Limits limits) {
        List<YamlText> documents = new DocumentSplitter(name, withoutMark(text), limits).split();
        // what is wrong with nothing is told when it is read
        return documents.isEmpty() ? List.of(of(name, text)) : documents;
    }

    /** Where it begins: {@code name:line}. */
    public String place() {
        return source.at(0);
    }

    /**
     * Reads it.
     *
     * @param problems where what is wrong inside the document is collected
     * @throws InvalidInputException if it is not a mapping or too large
     */
    public YamlSection read(Problems problems) {
        int largest = problems.limits().documentBytes();
        if (text.length() > largest) {
            throw new InvalidInputException(place() + ": has " + Limits.exceeded(largest, "byte", "document_bytes"));
        }
        Node root = root();
        if (root instanceof MappingNode mapping) {
            return YamlSection.of(source.with(YamlNodes.shared(root)), mapping, problems);
        }
        if (text.isBlank()) {
            throw new InvalidInputException(source.name() + ": is empty");
        }
        throw new InvalidInputException(source.name() + ": must be a mapping of keys to values"
                + (text.stripLeading().startsWith("[") ? ", not a list; several requests are lines or documents" : ""));
    }

    /** What begins like JSON may yet be YAML, but not in a file that is called JSON. */
    private Node root() {
        String begin = text.stripLeading();
        boolean named = source.name().endsWith(".json") || source.name().endsWith(".jsonl");
        if (!named && !begin.startsWith("{") && !begin.startsWith("[")) {
            return YamlNodes.compose(source, text);
        }
        try {
            return JsonNodes.compose(source, text);
        } catch (InvalidInputException noJson) {
            if (named || begin.substring(1).stripLeading().startsWith("\"")) {
                throw noJson;
            }
            return YamlNodes.compose(source, text);
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}

package io.bellamy.yaml;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The text of one YAML document, not read yet: whatever is wrong in it does no harm to others of the same stream. Inputs
 * are hostile: size, depth and aliases are bounded.
 */
public final class YamlText {

    static final int LARGEST = 1 << 20;

    private static final int DEEPEST = 32;
    private static final int MOST_ALIASES = 20;

    /** A line that begins a document; inside of one it can't stand. */
    private static final Pattern BEGIN = Pattern.compile("---(\\s.*)?");

    private static final Pattern OBJECT = Pattern.compile("\\s*\\{.*}\\s*");
    private static final Pattern NOTHING = Pattern.compile("\\s*(#.*)?|---\\s*|\\.\\.\\.\\s*");

    private final YamlSource source;
    private final String text;

    private YamlText(YamlSource source, String text) {
        this.source = source;
        this.text = text;
    }

    /** The one document that a text is; {@code name} stands for it in messages. */
    static YamlText of(String name, String text) {
        return new YamlText(new YamlSource(Quoted.plain(name), 0), text);
    }

    /**
     * The documents of a text: objects of JSON if every line is one, else documents of YAML; those with nothing in them are
     * left out.
     */
    static List<YamlText> split(String name, String text) {
        List<String> lines = text.lines().toList();
        List<String> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        boolean objects = filled.size() > 1
                && filled.stream().allMatch(line -> OBJECT.matcher(line).matches());
        List<YamlText> documents = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= lines.size(); i++) {
            boolean ends = i == lines.size()
                    || (i > begin && (objects || BEGIN.matcher(lines.get(i)).matches()));
            if (ends) {
                List<String> own = lines.subList(begin, i);
                if (!own.stream().allMatch(line -> NOTHING.matcher(line).matches())) {
                    documents.add(new YamlText(new YamlSource(Quoted.plain(name), begin), String.join("\n", own)));
                }
                begin = i;
            }
        }
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
     * @throws InvalidInputException if it is not a YAML mapping or too large
     */
    public YamlSection read(Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new InvalidInputException(source.at(line) + ": is not valid YAML: " + Quoted.plain(e.getProblem()));
        } catch (YAMLException e) {
            throw new InvalidInputException(source.name() + ": is not valid YAML: " + Quoted.plain(e.getMessage()));
        }
        if (root instanceof MappingNode mapping) {
            return YamlSection.of(source, mapping, problems);
        }
        throw new InvalidInputException(source.name() + ": must be a mapping of keys to values");
    }
}

package io.bellamy.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.JsonWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes of a JSON text the nodes that the same in YAML would be. Numbers stay as they are written. */
final class JsonNodes {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10 * YamlNodes.DEEPEST)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final YamlSource source;
    private final JsonParser parser;

    private JsonNodes(YamlSource source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** The only value of a text. */
    static Node compose(YamlSource source, String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonNodes nodes = new JsonNodes(source, parser);
            parser.nextToken();
            Node root = nodes.node(0);
            if (parser.nextToken() != null) {
                throw nodes.wrong("something follows the value");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidInputException(
                    source.at(Math.max(0, line - 1)) + ": is not valid JSON: " + JsonWords.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is a text a whole object? */
    static boolean isObject(String text) {
        try {
            return compose(new YamlSource("", 0), text) instanceof MappingNode;
        } catch (InvalidInputException noJson) {
            return false;
        }
    }

    private Node node(int depth) throws IOException {
        Mark mark = mark();
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw wrong("there is nothing");
        }
        if (depth >= YamlNodes.DEEPEST) {
            throw wrong("it is nested deeper than " + YamlNodes.DEEPEST + " levels");
        }
        return switch (token) {
            case START_OBJECT -> {
                List<NodeTuple> entries = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    Node key = scalar(Tag.STR, parser.currentName(), mark());
                    parser.nextToken();
                    entries.add(new NodeTuple(key, node(depth + 1)));
                }
                yield new MappingNode(Tag.MAP, true, entries, mark, mark(), FlowStyle.FLOW);
            }
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(depth + 1));
                }
                yield new SequenceNode(Tag.SEQ, true, items, mark, mark(), FlowStyle.FLOW);
            }
            case VALUE_NULL -> scalar(Tag.NULL, parser.getText(), mark);
            default -> scalar(Tag.STR, parser.getText(), mark);
        };
    }

    private static ScalarNode scalar(Tag tag, String text, Mark mark) {
        return new ScalarNode(tag, text, mark, mark, ScalarStyle.PLAIN);
    }

    private Mark mark() {
        int line = parser.currentTokenLocation().getLineNr() - 1;
        return new Mark(source.name(), 0, Math.max(0, line), 0, new int[0], 0);
    }

    private InvalidInputException wrong(String what) {
        return new InvalidInputException(source.at(mark().getLine()) + ": is not valid JSON: " + what);
    }
}

package io.bellamy.yaml;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Limits;
import io.bellamy.problem.Quoted;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The documents of a text of YAML as nodes, and the ways through them. */
final class NodeTrees {

    private static final int DEEPEST = 2 * YamlNodes.DEEPEST;
    private static final int MOST_VALUES = 200_000;

    private NodeTrees() {}

    /** Reads a text; {@code name} stands for it in messages. */
    static List<Node> compose(String name, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Limits.DEFAULTS.streamBytes());
        options.setNestingDepthLimit(DEEPEST);
        List<Node> documents = new ArrayList<>();
        try {
            new Yaml(new SafeConstructor(options))
                    .composeAll(new StringReader(text))
                    .forEach(documents::add);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new InvalidInputException(
                    Quoted.line(name) + ":" + (line + 1) + ": is not valid YAML: " + Quoted.plain(e.getProblem()));
        } catch (YAMLException e) {
            throw new InvalidInputException(Quoted.line(name) + ": is not valid YAML: " + Quoted.plain(e.getMessage()));
        }
        return documents;
    }

    /** What is at a way of keys. */
    static Optional<Node> find(Node from, List<String> way) {
        Optional<Node> node = Optional.of(from);
        for (String key : way) {
            node = node.flatMap(parent -> tuple(parent, key)).map(NodeTuple::getValueNode);
        }
        return node;
    }

    /** A key with its value, where a node has it. */
    static Optional<NodeTuple> tuple(Node parent, String key) {
        return parent instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                                && scalar.getValue().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    /** Every value with the way to it; an empty section is none. */
    static Map<String, String> flat(List<Node> documents) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            flatten(Integer.toString(i), documents.get(i), values, 0);
        }
        return values;
    }

    private static void flatten(String way, Node node, Map<String, String> values, int depth) {
        if (depth > DEEPEST || values.size() > MOST_VALUES) {
            throw new InvalidInputException("the file has aliases within aliases, or too many values");
        }
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(tuple -> flatten(
                            way + "/" + (tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?"),
                            tuple.getValueNode(),
                            values,
                            depth + 1));
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                flatten(way + "/" + i, sequence.getValue().get(i), values, depth + 1);
            }
        } else if (node instanceof ScalarNode scalar) {
            values.put(way, scalar.getValue());
        }
    }
}

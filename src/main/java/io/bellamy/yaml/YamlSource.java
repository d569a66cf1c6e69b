package io.bellamy.yaml;

import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Where a document comes from, for messages.
 *
 * @param name of the file or stream
 * @param linesBefore how many of its lines stand before the document
 * @param shared nodes that are referred to from elsewhere in the document
 */
record YamlSource(String name, int linesBefore, Set<Node> shared) {

    YamlSource(String name, int linesBefore) {
        this(name, linesBefore, Set.of());
    }

    YamlSource with(Set<Node> others) {
        return new YamlSource(name, linesBefore, others);
    }

    /** {@code name:line}, where a node begins. */
    String at(Node node) {
        return at(node.getStartMark() == null ? 0 : node.getStartMark().getLine());
    }

    /** {@code name:line}, for a line of the document, counted from 0. */
    String at(int line) {
        return name + ":" + (linesBefore + line + 1);
    }
}

package io.bellamy.yaml;

import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The entries of a mapping, those of {@code <<} included: the mapping's own win over them, and of several the first wins.
 * However often one is merged, its entries are looked at once.
 */
final class Entries {

    private final YamlSource source;
    private final String path;
    private final Problems problems;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<Node> merged = new HashSet<>();

    private Entries(YamlSource source, String path, Problems problems) {
        this.source = source;
        this.path = path;
        this.problems = problems;
    }

    static Map<String, Node> of(YamlSource source, String path, MappingNode node, Problems problems) {
        Entries entries = new Entries(source, path, problems);
        entries.add(node);
        return entries.entries;
    }

    private void add(MappingNode node) {
        boolean own = merged.isEmpty();
        if (!merged.add(node)) {
            return;
        }
        List<Node> others = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            if (Tag.MERGE.equals(tuple.getKeyNode().getTag())) {
                others.add(tuple.getValueNode());
            } else if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(source.at(tuple.getKeyNode()) + ": " + path + ": a key must be plain text");
            } else if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) != null && own) {
                problems.add(source.at(key) + ": " + path + Quoted.plain(key.getValue()) + ": stands there twice");
            }
        }
        others.forEach(this::merge);
    }

    private void merge(Node other) {
        if (other instanceof MappingNode mapping) {
            add(mapping);
        } else if (other instanceof SequenceNode list
                && list.getValue().stream().allMatch(MappingNode.class::isInstance)) {
            list.getValue().forEach(item -> add((MappingNode) item));
        } else {
            problems.add(source.at(other) + ": " + path + "<<: must be a mapping, or a list of mappings");
        }
    }
}

package io.bellamy.yaml;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Quoted;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Makes nodes of a YAML document; an alias is the node that it refers to. Depth and aliases are bounded. */
final class YamlNodes {

    static final int DEEPEST = 32;

    private static final int MOST_ALIASES = 1000;

    private YamlNodes() {}

    static Node compose(YamlSource source, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            // not by Yaml, which makes what turns nodes into objects and objects into text, too
            ParserImpl parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
            return new Composer(parser, new Resolver(), options).getSingleNode();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new InvalidInputException(source.at(line) + ": is not valid YAML: " + Quoted.plain(e.getProblem()));
        } catch (YAMLException e) {
            throw new InvalidInputException(source.name() + ": is not valid YAML: " + Quoted.plain(e.getMessage()));
        }
    }

    /** The lists and mappings below a node that are referred to more than once. */
    static Set<Node> shared(Node root) {
        Set<Node> seen = new HashSet<>();
        Set<Node> shared = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(Set.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!seen.add(node)) {
                shared.add(node);
            } else if (node instanceof MappingNode mapping) {
                mapping.getValue().forEach(tuple -> open.push(tuple.getValueNode()));
            } else if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(open::push);
            }
        }
        return shared;
    }
}

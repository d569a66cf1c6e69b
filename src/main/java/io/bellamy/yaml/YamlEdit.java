package io.bellamy.yaml;

import io.bellamy.problem.InvalidInputException;
import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Changes of single values in a text of YAML, of which all else stays as it is: comments, order, quotation marks, line ends.
 * What was changed is read again, and must say what was wanted and nothing else.
 */
public final class YamlEdit {

    private static final String REMOVED = "\0";
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final String name;
    private final String text;
    private final List<Node> documents;
    private final Problems problems;
    private final List<TextChange> changes = new ArrayList<>();
    private final TreeMap<String, String> wanted = new TreeMap<>();

    /** What stands from one place to another gets another text; what is longer than nothing must be a value. */
    private record TextChange(int from, int to, String text) {}

    private YamlEdit(String name, String text, List<Node> documents, Problems problems) {
        this.name = name;
        this.text = text;
        this.documents = documents;
        this.problems = problems;
    }

    /**
     * Of a text.
     *
     * @param name stands for it in messages
     * @param problems where what can't be changed is collected
     * @throws InvalidInputException if it is no YAML
     */
    public static YamlEdit of(String name, String text, Problems problems) {
        return new YamlEdit(name, text, NodeTrees.compose(name, text), problems);
    }

    /** How many documents there are. */
    public int size() {
        return documents.size();
    }

    /** The value at a way of keys; empty where there is none, or one of several parts. */
    public Optional<String> value(int document, List<String> way) {
        return NodeTrees.find(documents.get(document), way)
                .filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).getValue());
    }

    /** Is there a mapping? */
    public boolean hasSection(int document, List<String> way) {
        return NodeTrees.find(documents.get(document), way)
                .filter(MappingNode.class::isInstance)
                .isPresent();
    }

    /** Where something stands, or its next of kin, for messages. */
    public String place(int document, List<String> way) {
        for (int length = way.size(); length > 0; length--) {
            Optional<Node> node = NodeTrees.find(documents.get(document), way.subList(0, length));
            if (node.isPresent()) {
                return at(node.get()) + ": " + Quoted.line(String.join(".", way));
            }
        }
        return at(documents.get(document)) + ": " + Quoted.line(String.join(".", way));
    }

    private String at(Node node) {
        return Quoted.line(name) + ":" + (node.getStartMark().getLine() + 1);
    }

    /** Gives keys of a section, which is there, other values, and adds those that are not there. */
    public void put(int document, List<String> section, Map<String, String> values) {
        Map<String, String> added = new LinkedHashMap<>(values);
        Node parent = NodeTrees.find(documents.get(document), section).orElseThrow();
        values.forEach((key, value) -> {
            NodeTrees.tuple(parent, key).ifPresent(tuple -> {
                replace(document, section, tuple, value);
                added.remove(key);
            });
            wanted.put(flatKey(document, section, key), value);
        });
        if (!added.isEmpty() && parent instanceof MappingNode mapping) {
            insert(document, section, mapping, added, Optional.empty());
        }
    }

    /** Adds a section to another one that has entries. */
    public void putSection(int document, List<String> parent, String key, Map<String, String> values) {
        if (NodeTrees.find(documents.get(document), parent).orElseThrow() instanceof MappingNode mapping) {
            insert(document, parent, mapping, values, Optional.of(key));
        }
        List<String> section = new ArrayList<>(parent);
        section.add(key);
        values.forEach((name, value) -> wanted.put(flatKey(document, section, name), value));
    }

    private void replace(int document, List<String> section, NodeTuple tuple, String value) {
        List<String> way = new ArrayList<>(section);
        String key = ((ScalarNode) tuple.getKeyNode()).getValue();
        way.add(key);
        Node node = tuple.getValueNode();
        if (node.getStartMark().getIndex() < tuple.getKeyNode().getEndMark().getIndex()
                || node instanceof AnchorNode
                || node.getAnchor() != null) {
            problems.add(place(document, way) + ": is shared by an anchor and aliases: write the value itself there");
        } else if (node instanceof ScalarNode scalar) {
            int from = offset(scalar.getStartMark().getIndex());
            int to = offset(scalar.getEndMark().getIndex());
            String written = text.substring(from, to);
            boolean quoted = !written.isEmpty() && "\"'".indexOf(written.charAt(0)) >= 0;
            if (!quoted && (written.startsWith("|") || written.startsWith(">"))) {
                problems.add(place(document, way) + ": is a block of text: write it on one line");
                return;
            }
            String mark = quoted ? written.substring(0, 1) : "";
            String before = written.isEmpty() ? " " : "";
            changes.add(new TextChange(from, to, before + mark + (quoted ? value : written(value, tuple)) + mark));
        } else {
            problems.add(place(document, way) + ": must be a single value");
        }
    }

    /** In JSON, whose keys are quoted, texts are too. */
    private String written(String value, NodeTuple beside) {
        return isQuoted(beside.getKeyNode()) ? NewEntries.json(value) : value;
    }

    private boolean isQuoted(Node key) {
        return text.charAt(offset(key.getStartMark().getIndex())) == '"';
    }

    private void insert(
            int document, List<String> way, MappingNode mapping, Map<String, String> values, Optional<String> section) {
        if (mapping.getValue().isEmpty()) {
            int from = offset(mapping.getStartMark().getIndex()) + 1;
            changes.add(new TextChange(from, from, NewEntries.flow(values, section, false)));
            return;
        }
        Node first = mapping.getValue().get(0).getKeyNode();
        int from = offset(first.getStartMark().getIndex());
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            changes.add(new TextChange(from, from, NewEntries.flow(values, section, isQuoted(first)) + ", "));
            return;
        }
        int begin = text.lastIndexOf('\n', from - 1) + 1;
        String indent = text.substring(begin, from);
        if (!indent.isBlank()) {
            problems.add(
                    place(document, way) + ": begins behind something else on its line: move it to a line of its own");
            return;
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        changes.add(new TextChange(begin, begin, NewEntries.lines(values, section, indent, end)));
    }

    /** Takes a key with its value out of a section, and its line where there is nothing else on it. */
    public void remove(int document, List<String> section, String key) {
        Optional<Node> parent = NodeTrees.find(documents.get(document), section);
        Optional<NodeTuple> there = parent.flatMap(node -> NodeTrees.tuple(node, key));
        if (there.isEmpty() || !(parent.get() instanceof MappingNode mapping)) {
            return;
        }
        List<String> way = new ArrayList<>(section);
        way.add(key);
        int from = offset(there.get().getKeyNode().getStartMark().getIndex());
        int to = offset(there.get().getValueNode().getEndMark().getIndex());
        int begin = text.lastIndexOf('\n', from - 1) + 1;
        int next = text.indexOf('\n', to) < 0 ? text.length() : text.indexOf('\n', to) + 1;
        String rest = text.substring(to, next).strip();
        boolean alone = text.substring(begin, from).isBlank() && (rest.isEmpty() || rest.startsWith("#"));
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            Matcher comma = COMMA.matcher(text.substring(to));
            boolean last = mapping.getValue().get(mapping.getValue().size() - 1) == there.get();
            int start = last ? Math.max(text.lastIndexOf(',', from), text.lastIndexOf('{', from) + 1) : from;
            changes.add(new TextChange(start, last || !comma.lookingAt() ? to : to + comma.end(), ""));
        } else if (alone && mapping.getValue().size() > 1) {
            changes.add(new TextChange(begin, next, ""));
        } else {
            problems.add(place(document, way) + ": must be taken out, which only you can do here");
        }
        wanted.put(flatKey(document, section, key), REMOVED);
    }

    /**
     * The text with all changes.
     *
     * @throws InvalidInputException if something can't be changed, or would change something else
     */
    public String edited() {
        problems.throwIfAny();
        StringBuilder result = new StringBuilder(text);
        changes.stream()
                .sorted(Comparator.comparingInt(TextChange::from)
                        .thenComparingInt(TextChange::to)
                        .reversed())
                .forEach(change -> result.replace(change.from(), change.to(), change.text()));
        Map<String, String> expected = NodeTrees.flat(documents);
        wanted.forEach((key, value) -> {
            if (value.equals(REMOVED)) {
                expected.remove(key);
            } else {
                expected.put(key, value);
            }
        });
        if (!NodeTrees.flat(NodeTrees.compose(name, result.toString())).equals(expected)) {
            throw new InvalidInputException(Quoted.line(name)
                    + ": is written in a way in which sizes can't be changed without changing something else");
        }
        return result.toString();
    }

    private int offset(int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    private static String flatKey(int document, List<String> section, String key) {
        return document + "/" + String.join("/", section) + "/" + key;
    }
}

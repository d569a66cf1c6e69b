package io.bellamy.yaml;

import io.bellamy.problem.Problems;
import io.bellamy.problem.Quoted;
import io.bellamy.yaml.KeyAdvice.KnownKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping in a YAML document. What is asked for is known; {@link #rejectUnknownKeys()} names the rest. A wrong value
 * is added to the problems and then read as if it were absent, so that one reading finds everything.
 */
public final class YamlSection {

    private final YamlSource source;
    private final String path;
    private final String begin;
    private final Map<String, Node> entries;
    /** The document's top level. */
    private final YamlSection root;

    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, YamlSection> sections = new LinkedHashMap<>();
    private final Problems problems;

    private YamlSection(
            YamlSource source,
            String path,
            String begin,
            Map<String, Node> entries,
            Problems problems,
            Optional<YamlSection> root) {
        this.source = source;
        this.path = path;
        this.begin = begin;
        this.entries = entries;
        this.problems = problems;
        this.root = root.orElse(this);
    }

    static YamlSection of(YamlSource source, MappingNode root, Problems problems) {
        return new YamlSection(
                source, "", source.at(root), Entries.of(source, "", root, problems), problems, Optional.empty());
    }

    private YamlSection below(String name, MappingNode node) {
        String place = qualified(name);
        return new YamlSection(
                source,
                place,
                source.at(node),
                Entries.of(source, place + ".", node, problems),
                problems,
                Optional.of(root));
    }

    /** Where this section begins, for messages: {@code file:line: path}. */
    public String place() {
        return begin + (path.isEmpty() ? "" : ": " + path);
    }

    /** Where a key of this section stands, for messages. */
    public String place(String key) {
        Node node = entries.get(key);
        return node == null ? missing(key) : at(node, key);
    }

    private String missing(String key) {
        return begin + ": " + qualified(key);
    }

    public Problems problems() {
        return problems;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The keys in their order; each then counts as known only once it is asked for. */
    public Set<String> keys() {
        return new LinkedHashSet<>(entries.keySet());
    }

    /** Is there a value (not null) under this key? The key counts as known from here on. */
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** The value as it is written; absent for null. */
    public Optional<YamlScalar> scalar(String key) {
        return find(key).flatMap(node -> scalarOf(node, key));
    }

    /** As {@link #scalar}, and a problem where it is absent. */
    public Optional<YamlScalar> requiredScalar(String key) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            problems.add(missing(key) + ": is missing");
        }
        return node.flatMap(n -> scalarOf(n, key));
    }

    /** The mapping under this key; an empty one where it is absent. Asked again, it is the same one. */
    public YamlSection section(String key) {
        YamlSection section = sections.get(key);
        if (section == null) {
            section = open(key);
            sections.put(key, section);
        }
        return section;
    }

    private YamlSection open(String key) {
        Optional<Node> node = find(key);
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            return below(key, mapping);
        }
        node.ifPresent(n -> problems.add(at(n, key) + ": must be a mapping of keys to values"));
        return new YamlSection(source, qualified(key), begin, Map.of(), problems, Optional.of(root));
    }

    /** The list of scalars under this key; empty where it is absent. */
    public List<YamlScalar> scalars(String key) {
        List<YamlScalar> values = new ArrayList<>();
        for (Indexed item : items(key)) {
            scalarOf(item.node, item.name).ifPresent(values::add);
        }
        return values;
    }

    /** The list of mappings under this key; empty where it is absent. */
    public List<YamlSection> sections(String key) {
        List<YamlSection> values = new ArrayList<>();
        for (Indexed item : items(key)) {
            if (item.node instanceof MappingNode mapping) {
                values.add(below(item.name, mapping));
            } else {
                problems.add(at(item.node, item.name) + ": must be a mapping of keys to values");
            }
        }
        return values;
    }

    /** Is the value under this key a list? */
    public boolean isList(String key) {
        return find(key).map(SequenceNode.class::isInstance).orElse(false);
    }

    /** Is the value under this key a mapping? */
    public boolean isSection(String key) {
        return find(key).map(MappingNode.class::isInstance).orElse(false);
    }

    /** Adds a problem for each key that nobody asked for, with the nearest one that is known. */
    public void rejectUnknownKeys() {
        entries.forEach((key, node) -> {
            // at the top level stands what is only referred to from elsewhere
            boolean holder = this == root && source.shared().contains(node);
            if (!known.contains(key) && !holder) {
                problems.add(at(node, key) + ": unknown key" + (problems.suggests() ? advice(key) : ""));
            }
        });
    }

    private record Indexed(String name, Node node) {}

    private List<Indexed> items(String key) {
        Optional<Node> node = find(key);
        List<Indexed> items = new ArrayList<>();
        if (node.isPresent() && node.get() instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                items.add(new Indexed(key + "[" + items.size() + "]", item));
            }
        } else {
            node.ifPresent(n -> problems.add(at(n, key) + ": must be a list"));
        }
        return items;
    }

    private Optional<Node> find(String key) {
        known.add(key);
        Node node = entries.get(key);
        return Optional.ofNullable(node).filter(n -> !Tag.NULL.equals(n.getTag()));
    }

    private Optional<YamlScalar> scalarOf(Node node, String name) {
        if (node instanceof ScalarNode scalar && !isText(scalar.getValue())) {
            problems.add(at(node, name) + ": must be text: it has half of a surrogate pair");
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(new YamlScalar(scalar.getValue(), at(node, name), problems));
        }
        problems.add(at(node, name) + ": must be a single value");
        return Optional.empty();
    }

    private static boolean isText(String value) {
        return value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private String advice(String key) {
        List<KnownKey> free = known.stream()
                .filter(candidate -> !entries.containsKey(candidate))
                .map(candidate -> new KnownKey(candidate, qualified(candidate)))
                .toList();
        List<KnownKey> elsewhere = new ArrayList<>();
        root.collectKnown(this, elsewhere);
        return KeyAdvice.of(key, free, elsewhere);
    }

    private void collectKnown(YamlSection except, List<KnownKey> keys) {
        if (this != except) {
            known.forEach(key -> keys.add(new KnownKey(key, qualified(key))));
        }
        sections.values().forEach(section -> section.collectKnown(except, keys));
    }

    private String at(Node node, String key) {
        return source.at(node) + ": " + qualified(key);
    }

    private String qualified(String key) {
        String name = Quoted.plain(key);
        return path.isEmpty() ? name : path + "." + name;
    }
}

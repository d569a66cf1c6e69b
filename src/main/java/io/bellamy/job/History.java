package io.bellamy.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks for the runs of a context among all runs of an algorithm, which have the same definitions, by what values mean. Which
 * runs have which value is found out once. Safe for several threads.
 */
public final class History {

    private final List<Run> runs;
    private final Map<String, ValueIndex> indices = new ConcurrentHashMap<>();

    public History(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    /** The runs whose essential properties have these values; a property that is not given does not filter. */
    public List<Run> matching(Map<String, String> essential) {
        if (runs.isEmpty() || essential.isEmpty()) {
            return runs;
        }
        List<ValueIndex.Matches> wanted = new ArrayList<>();
        essential.forEach((property, text) -> wanted.add(with(property, text)));
        ValueIndex.Matches fewest = Collections.min(wanted, Comparator.comparingInt(ValueIndex.Matches::size));
        List<Run> matching = new ArrayList<>(fewest.size());
        fewest.forEach(run -> {
            boolean matches = true;
            for (int i = 0; matches && i < wanted.size(); i++) {
                matches = wanted.get(i).has(run);
            }
            if (matches) {
                matching.add(runs.get(run));
            }
        });
        return Collections.unmodifiableList(matching);
    }

    /** How many runs have a value. */
    public int count(String property, String text) {
        return runs.isEmpty() ? 0 : with(property, text).size();
    }

    private ValueIndex.Matches with(String property, String text) {
        PropertyDefinitions definitions = runs.get(0).properties().definitions();
        return indices.computeIfAbsent(property, name -> new ValueIndex(runs, name))
                .of(definitions.canonical(property, text));
    }

    /**
     * Where nothing matches: each property that no run has with the value given, or, where each value is known but not
     * together, each property whose removal would leave runs. Where there is none either, each that keeps any run out.
     */
    public List<String> excludedBy(Map<String, String> essential) {
        List<String> unknown = new ArrayList<>();
        List<String> decisive = new ArrayList<>();
        List<String> selective = new ArrayList<>();
        for (Map.Entry<String, String> property : essential.entrySet()) {
            int alone = count(property.getKey(), property.getValue());
            if (alone == 0) {
                unknown.add(property.getKey());
            }
            if (alone < runs.size()) {
                selective.add(property.getKey());
            }
            Map<String, String> others = new LinkedHashMap<>(essential);
            others.remove(property.getKey());
            if (!matching(others).isEmpty()) {
                decisive.add(property.getKey());
            }
        }
        if (unknown.isEmpty()) {
            return decisive.isEmpty() ? selective : decisive;
        }
        return unknown;
    }
}

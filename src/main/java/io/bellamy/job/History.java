package io.bellamy.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for the runs of a context among all runs of an algorithm, which have the same definitions, by what values mean. */
public final class History {

    private final List<Run> runs;

    public History(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    /** A value that is looked for, brought into canonical form once. */
    private record Wanted(String property, String text, String canonical) {

        boolean isThatOf(Run run) {
            return run.essential(property).equals(text)
                    || run.canonical(property).equals(canonical);
        }
    }

    /** The runs whose essential properties have these values; a property that is not given does not filter. */
    public List<Run> matching(Map<String, String> essential) {
        if (runs.isEmpty()) {
            return runs;
        }
        PropertyDefinitions definitions = runs.get(0).properties().definitions();
        List<Wanted> wanted = essential.entrySet().stream()
                .map(entry -> new Wanted(
                        entry.getKey(), entry.getValue(), definitions.canonical(entry.getKey(), entry.getValue())))
                .toList();
        List<Run> matching = new ArrayList<>();
        for (Run run : runs) {
            boolean matches = true;
            for (int i = 0; matches && i < wanted.size(); i++) {
                matches = wanted.get(i).isThatOf(run);
            }
            if (matches) {
                matching.add(run);
            }
        }
        return List.copyOf(matching);
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
            int alone = matching(Map.of(property.getKey(), property.getValue())).size();
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

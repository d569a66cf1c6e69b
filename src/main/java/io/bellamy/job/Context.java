package io.bellamy.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One combination of essential properties, with its runs.
 *
 * @param name the properties' values, unique within the algorithm
 * @param runs all runs of it, at least one
 */
public record Context(String name, List<Run> runs) {

    public Context {
        runs = List.copyOf(runs);
    }

    /** Puts runs into contexts, in the order in which each comes first; values are compared by what they mean. */
    public static List<Context> of(List<Run> runs, List<String> essential) {
        Map<List<String>, List<Run>> groups = new LinkedHashMap<>();
        for (Run run : runs) {
            groups.computeIfAbsent(key(run, essential), values -> new ArrayList<>())
                    .add(run);
        }
        return groups.values().stream()
                .map(group -> new Context(name(group.get(0), essential), group))
                .toList();
    }

    /** What runs of one context have in common: the values of their essential properties, in one spelling. */
    public static List<String> key(Run run, List<String> essential) {
        return essential.stream().map(run::canonical).toList();
    }

    /** How the context of a run is called after it. */
    public static String name(Run run, List<String> essential) {
        return essential.stream().map(run::essential).collect(Collectors.joining(" | "));
    }

    /** The value of an essential property, in one spelling. */
    public String value(String property) {
        return runs.get(0).canonical(property);
    }
}

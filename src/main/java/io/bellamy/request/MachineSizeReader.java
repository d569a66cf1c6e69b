package io.bellamy.request;

import io.bellamy.features.Property;
import io.bellamy.job.PropertyKind;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what one machine has; of lists every combination is asked about. */
final class MachineSizeReader {

    private static final String PER_NODE = "optional_properties_per_node";

    private final List<Property> numeric;
    private final int most;

    /**
     * Of properties.
     *
     * @param most combinations
     */
    MachineSizeReader(List<Property> optional, int most) {
        this.numeric = optional.stream().filter(Property::numeric).toList();
        this.most = most;
    }

    /**
     * What one machine has.
     *
     * @param amounts optional properties, by name
     * @param compared those of which the request lists several
     */
    record MachineSize(Map<String, String> amounts, Set<String> compared) {}

    /** All sizes, at least one; without any amounts where nothing is given. */
    List<MachineSize> read(YamlSection parent, Map<String, String> ofTheCluster) {
        YamlSection section = parent.section(PER_NODE);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Property property : numeric) {
            if (section.isList(property.name())) {
                lists.put(property.name(), values(section, property));
            }
        }
        Map<String, String> single = PropertyReader.read(
                section,
                numeric.stream()
                        .filter(property -> !lists.containsKey(property.name()))
                        .toList());
        List<String> given = new ArrayList<>(single.keySet());
        given.addAll(lists.keySet());
        given.stream().filter(ofTheCluster::containsKey).forEach(both -> section.problems()
                .add(parent.place(PER_NODE) + ": " + both + " must not be given for the cluster as well"));
        long combinations = lists.values().stream()
                .mapToLong(List::size)
                .reduce(1, (one, other) -> Math.min(one * other, 1 + most));
        if (combinations > most) {
            section.problems().add(parent.place(PER_NODE) + ": must be at most " + most + " combinations");
            return List.of();
        }
        Set<String> compared = new LinkedHashSet<>();
        lists.forEach((name, values) -> {
            if (values.size() > 1) {
                compared.add(name);
            }
        });
        return combinations(single, lists).stream()
                .map(amounts -> new MachineSize(amounts, compared))
                .toList();
    }

    private static List<String> values(YamlSection section, Property property) {
        Map<String, String> values = new LinkedHashMap<>();
        List<YamlScalar> scalars = section.scalars(property.name());
        for (YamlScalar scalar : scalars) {
            PropertyReader.objection(scalar.text())
                    .or(() -> property.objection(scalar.text()))
                    .ifPresent(scalar::reject);
            if (values.putIfAbsent(
                            PropertyKind.NUMBER.canonical(scalar.text()),
                            scalar.text().strip())
                    != null) {
                scalar.reject("given once");
            }
        }
        if (scalars.isEmpty()) {
            section.problems().add(section.place(property.name()) + ": must list a value at least");
        }
        return List.copyOf(values.values());
    }

    private static List<Map<String, String>> combinations(Map<String, String> single, Map<String, List<String>> lists) {
        List<Map<String, String>> combinations = List.of(single);
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                for (String value : list.getValue()) {
                    Map<String, String> with = new LinkedHashMap<>(combination);
                    with.put(list.getKey(), value);
                    longer.add(with);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}

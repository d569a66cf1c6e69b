package io.bellamy.data;

import io.bellamy.job.PropertyKind;
import io.bellamy.job.PropertyKinds;
import io.bellamy.problem.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When values of an algorithm's properties mean the same: amounts, and what is a number for the pipeline, by value; other
 * properties as their description says, and without a word of it as names.
 */
record DeclaredKinds(ValueRules rules) {

    /**
     * Puts together what the descriptions of an algorithm say.
     *
     * @param descriptors by data set; several where it is a join
     * @throws io.bellamy.problem.InvalidInputException if they say different things
     */
    PropertyKinds of(Map<String, AlgorithmDescriptor> descriptors) {
        Problems problems = new Problems();
        Map<String, PropertyKind> kinds = new TreeMap<>();
        Set<String> names = new TreeSet<>();
        descriptors
                .values()
                .forEach(descriptor -> names.addAll(descriptor.properties().keySet()));
        for (String name : names) {
            Map<String, PropertyKind> declared = new LinkedHashMap<>();
            descriptors.forEach((dataset, descriptor) -> Optional.ofNullable(
                            descriptor.properties().get(name))
                    .flatMap(DeclaredKinds::declared)
                    .ifPresent(kind -> declared.put("data set " + dataset, kind)));
            if (rules.isNumber(name)) {
                declared.put("the configuration's pipeline", PropertyKind.NUMBER);
            }
            if (Set.copyOf(declared.values()).size() > 1) {
                problems.add("property " + name + ": its kind must be the same everywhere, but is " + shown(declared));
            }
            declared.values().stream().findFirst().ifPresent(kind -> kinds.put(name, kind));
        }
        problems.throwIfAny();
        return new PropertyKinds(kinds);
    }

    private static String shown(Map<String, PropertyKind> declared) {
        return declared.entrySet().stream()
                .map(kind -> kind.getValue().word() + " for " + kind.getKey())
                .collect(Collectors.joining(" and "));
    }

    private static Optional<PropertyKind> declared(PropertySource source) {
        return source.isQuantity() ? Optional.of(PropertyKind.NUMBER) : source.kind();
    }
}

package io.bellamy.data;

import io.bellamy.job.PropertyDefinition;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyKind;
import io.bellamy.job.Role;
import io.bellamy.problem.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an algorithm's properties are. Kinds: amounts, and what is a number for the pipeline, are numbers; other properties
 * are what their description says, and without a word of it names. Roles: as the description says; a role that it gives to
 * no property is that of the property with the usual name.
 */
record DeclaredProperties(ValueRules rules) {

    /**
     * Puts together what the descriptions of an algorithm say.
     *
     * @param descriptors by data set; several where it is a join
     * @throws io.bellamy.problem.InvalidInputException if they say different things
     */
    PropertyDefinitions of(Map<String, AlgorithmDescriptor> descriptors) {
        Problems problems = new Problems();
        Set<String> names = new TreeSet<>(rules.names());
        descriptors
                .values()
                .forEach(descriptor -> names.addAll(descriptor.properties().keySet()));
        Map<Role, String> roles = roles(names, descriptors, problems);
        List<PropertyDefinition> definitions = new ArrayList<>();
        for (String name : names) {
            Map<String, PropertyKind> declared = declared(name, descriptors, DeclaredProperties::kind);
            if (rules.isNumber(name)) {
                declared.put("the configuration's pipeline", PropertyKind.NUMBER);
            }
            PropertyKind kind =
                    only(name, "kind", declared, PropertyKind::word, problems).orElse(PropertyKind.NAME);
            Optional<Role> role = roles.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst();
            definitions.add(new PropertyDefinition(name, kind, role));
        }
        problems.throwIfAny();
        return PropertyDefinitions.of(definitions);
    }

    private static Map<Role, String> roles(
            Set<String> names, Map<String, AlgorithmDescriptor> descriptors, Problems problems) {
        Map<Role, String> roles = new EnumMap<>(Role.class);
        Set<String> taken = new TreeSet<>();
        for (String name : names) {
            only(name, "role", declared(name, descriptors, PropertySource::role), Role::word, problems)
                    .ifPresent(role -> {
                        taken.add(name);
                        String other = roles.putIfAbsent(role, name);
                        if (other != null) {
                            problems.add("properties " + other + " and " + name + ": only one may have the role "
                                    + role.word());
                        }
                    });
        }
        for (Role role : Role.values()) {
            if (names.contains(role.usualName()) && !taken.contains(role.usualName())) {
                roles.putIfAbsent(role, role.usualName());
            }
        }
        return roles;
    }

    /** What the descriptions say of a property, by where they say it. */
    private static <T> Map<String, T> declared(
            String name,
            Map<String, AlgorithmDescriptor> descriptors,
            Function<PropertySource, Optional<T>> declaration) {
        Map<String, T> declared = new LinkedHashMap<>();
        descriptors.forEach((dataset, descriptor) -> Optional.ofNullable(
                        descriptor.properties().get(name))
                .flatMap(declaration)
                .ifPresent(said -> declared.put("data set " + dataset, said)));
        return declared;
    }

    private static <T> Optional<T> only(
            String name, String what, Map<String, T> declared, Function<T, String> word, Problems problems) {
        if (Set.copyOf(declared.values()).size() > 1) {
            String shown = declared.entrySet().stream()
                    .map(said -> word.apply(said.getValue()) + " for " + said.getKey())
                    .collect(Collectors.joining(" and "));
            problems.add("property " + name + ": its " + what + " must be the same everywhere, but is " + shown);
        }
        return declared.values().stream().findFirst();
    }

    private static Optional<PropertyKind> kind(PropertySource source) {
        return source.isQuantity() ? Optional.of(PropertyKind.NUMBER) : source.kind();
    }
}

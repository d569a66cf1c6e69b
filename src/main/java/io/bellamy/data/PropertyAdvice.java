package io.bellamy.data;

import io.bellamy.job.Role;
import io.bellamy.yaml.KeyAdvice;
import io.bellamy.yaml.YamlScalar;
import io.bellamy.yaml.YamlSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for properties of a description whose names are likely misspelled. One that the pipeline does not know is read and not
 * used, which is fine for a cost centre, and not for a {@code machinetype}.
 *
 * @param known the properties that the pipeline knows
 */
record PropertyAdvice(List<String> known) {

    private static final int MOST = 20;

    /** What there is to say of a description. */
    List<String> of(YamlSection defaults, YamlSection algorithms) {
        List<String> warnings = new ArrayList<>();
        Set<String> common = defaults.section("properties").keys();
        add(defaults.section("properties"), common, warnings);
        for (String algorithm : NamedEntries.fewEnough(algorithms, DescriptorReader.MOST_ALGORITHMS)) {
            add(algorithms.section(algorithm).section("properties"), common, warnings);
        }
        return warnings;
    }

    /** A name that stands there too is not the one that was meant. */
    private void add(YamlSection properties, Set<String> common, List<String> warnings) {
        List<String> free = known.stream()
                .filter(name -> !common.contains(name) && !properties.keys().contains(name))
                .toList();
        for (String name : properties.keys()) {
            if (!known.contains(name) && warnings.size() < MOST) {
                String unused = properties.place(name)
                        + ": the configuration has no such property, so it is read and not used; ";
                role(properties.section(name))
                        .map(role -> "the one with the role " + role.word() + " is " + role.usualName()
                                + ", or else it must be in emb_columns or opt_columns")
                        .or(() -> KeyAdvice.meant(name, free).map(near -> "the nearest one is " + near))
                        .ifPresent(advice -> warnings.add(unused + advice));
            }
        }
    }

    /** One that the configuration has a property for, under its usual name. */
    private Optional<Role> role(YamlSection property) {
        Optional<String> word = property.scalar("role").map(YamlScalar::text);
        return Stream.of(Role.values())
                .filter(role -> word.equals(Optional.of(role.word())) && known.contains(role.usualName()))
                .findFirst();
    }
}

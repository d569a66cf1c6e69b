package io.bellamy.data;

import io.bellamy.yaml.YamlSection;
import java.util.Set;

/** Sections whose keys are names that users give. */
final class NamedEntries {

    private NamedEntries() {}

    /** The names; none, and a problem, where there are too many. */
    static Set<String> fewEnough(YamlSection section, int most) {
        if (section.keys().size() <= most) {
            return section.keys();
        }
        section.problems().add(section.place() + ": must have at most " + most + " entries");
        return Set.of();
    }
}

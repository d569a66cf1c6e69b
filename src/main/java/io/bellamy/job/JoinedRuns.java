package io.bellamy.job;

import io.bellamy.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The runs of several algorithms together, the name of the algorithm being one more property. */
public final class JoinedRuns {

    /** What the property is called. */
    public static final String ALGORITHM = "algorithm";

    private JoinedRuns() {}

    /**
     * Joins.
     *
     * @param runs of each algorithm, by name
     * @return all of them with the same definitions; a property is a name where the algorithms differ in its kind
     * @throws InvalidInputException if the runs have a property of the same name
     */
    public static List<Run> of(Map<String, List<Run>> runs) {
        PropertyDefinitions definitions = definitions(runs);
        List<Run> joined = new ArrayList<>();
        Map<Map<String, String>, PropertyValues> known = new HashMap<>();
        runs.forEach((name, own) -> own.forEach(run -> {
            Map<String, String> texts = new HashMap<>(run.properties().texts());
            if (texts.put(ALGORITHM, name) != null) {
                throw new InvalidInputException(name + ": its runs have a property " + ALGORITHM
                        + ", which is what the name of the algorithm is called here: name that property otherwise");
            }
            PropertyValues values = known.computeIfAbsent(texts, same -> PropertyValues.of(definitions, same));
            joined.add(new Run(run.scaleOut(), run.runtime(), values, run.measured(), run.finished()));
        }));
        return joined;
    }

    private static PropertyDefinitions definitions(Map<String, List<Run>> runs) {
        Set<PropertyDefinitions> all = new LinkedHashSet<>();
        // the runs of one algorithm share theirs
        runs.values().forEach(own -> all.add(own.get(0).properties().definitions()));
        Set<String> names = new TreeSet<>();
        all.forEach(one -> names.addAll(one.byName().keySet()));
        List<PropertyDefinition> joined = new ArrayList<>();
        for (String name : names) {
            List<PropertyDefinition> own = all.stream()
                    .flatMap(one -> Optional.ofNullable(one.byName().get(name)).stream())
                    .distinct()
                    .toList();
            boolean sameKind =
                    own.stream().map(PropertyDefinition::kind).distinct().count() == 1;
            Optional<Role> role =
                    own.stream().flatMap(one -> one.role().stream()).findFirst();
            joined.add(new PropertyDefinition(name, sameKind ? own.get(0).kind() : PropertyKind.NAME, role));
        }
        joined.add(new PropertyDefinition(ALGORITHM, PropertyKind.NAME, Optional.empty()));
        return PropertyDefinitions.of(joined);
    }
}

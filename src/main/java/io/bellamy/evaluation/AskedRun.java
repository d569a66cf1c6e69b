package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.Property;
import io.bellamy.job.Context;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.prediction.OptionalProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A measured run as somebody would have asked about it before: with its essential properties, the memory and slots of its
 * machines, which are chosen or stand in a data sheet, and of other optional properties what the runs known then tell.
 *
 * @param features which properties there are
 * @param told another property that is known beforehand
 */
public record AskedRun(FeaturePipeline features, String told) {

    static final List<Role> AMOUNTS = List.of(Role.MEMORY, Role.SLOTS);

    List<String> essential() {
        return features.essentialNames();
    }

    /** What runs of one context have in common. */
    public List<String> context(Run run) {
        return Context.key(run, essential());
    }

    /**
     * The run as it was planned.
     *
     * @param known all runs that are known then
     */
    public PlannedRun planned(Run run, List<Run> known) {
        PropertyDefinitions definitions = run.properties().definitions();
        Set<String> asked = new TreeSet<>(essential());
        asked.add(told);
        AMOUNTS.forEach(role -> definitions.withRole(role).ifPresent(asked::add));
        Map<String, String> given = new LinkedHashMap<>();
        asked.forEach(name -> run.property(name).ifPresent(value -> given.put(name, value)));
        List<Property> others = features.optional().stream()
                .filter(property -> !asked.contains(property.name()))
                .toList();
        Map<String, String> essential =
                essential().stream().filter(given::containsKey).collect(Collectors.toMap(name -> name, given::get));
        Map<String, String> texts =
                new LinkedHashMap<>(OptionalProperties.filledIn(others, definitions, known, essential)
                        .planned(run.scaleOut(), essential)
                        .properties()
                        .texts());
        texts.putAll(given);
        return new PlannedRun(run.scaleOut(), PropertyValues.of(definitions, texts));
    }
}

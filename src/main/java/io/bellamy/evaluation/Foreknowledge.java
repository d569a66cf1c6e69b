package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.features.Property;
import io.bellamy.job.Context;
import io.bellamy.job.History;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.PropertyValues;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.prediction.OptionalProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a run of a held-out context before it is run: its essential properties, the memory and slots of its
 * machines where the context's runs on as many machines differ in them, so that they were chosen, and of the other optional
 * ones what the known runs tell, filled in as for a request. Of one thread at a time.
 */
final class Foreknowledge {

    private final FeaturePipeline features;
    private final PropertyDefinitions definitions;
    private final Map<String, String> essential = new LinkedHashMap<>();
    private final List<String> chosen;
    private final List<Run> support;
    private final Map<List<Run>, OptionalProperties> byPoints = new HashMap<>();

    /**
     * Gathers it.
     *
     * @param support the runs of other contexts
     */
    Foreknowledge(FeaturePipeline features, Context context, List<Run> support) {
        this.features = features;
        Run one = context.runs().get(0);
        features.essentialNames().forEach(name -> one.property(name).ifPresent(value -> essential.put(name, value)));
        this.definitions = one.properties().definitions();
        this.chosen = AskedRun.AMOUNTS.stream()
                .flatMap(role -> definitions.withRole(role).stream())
                .filter(name -> !essential.containsKey(name) && differs(name, context.runs()))
                .toList();
        // others than those on the same machine type tell only where there is none
        List<Run> nearer = definitions
                .withRole(Role.MACHINE_TYPE)
                .map(property -> new History(support).matching(Map.of(property, one.essential(property))))
                .orElse(List.of());
        this.support = nearer.isEmpty() ? support : nearer;
    }

    /** Do runs on as many machines differ in it? */
    private static boolean differs(String name, List<Run> runs) {
        Map<Integer, String> byScaleOut = new HashMap<>();
        return runs.stream().anyMatch(run -> !run.canonical(name)
                .equals(byScaleOut.computeIfAbsent(run.scaleOut(), scaleOut -> run.canonical(name))));
    }

    /**
     * A run as it was planned.
     *
     * @param points the runs of the context that are known
     */
    PlannedRun planned(Run run, List<Run> points) {
        PlannedRun filled = byPoints.computeIfAbsent(points, this::filledIn).planned(run.scaleOut(), essential);
        if (chosen.isEmpty()) {
            return filled;
        }
        Map<String, String> told = new LinkedHashMap<>(filled.properties().texts());
        chosen.forEach(name -> run.property(name).ifPresent(value -> told.put(name, value)));
        return new PlannedRun(run.scaleOut(), PropertyValues.of(definitions, told));
    }

    private OptionalProperties filledIn(List<Run> points) {
        List<Run> known = new ArrayList<>(support);
        known.addAll(points);
        List<Property> others = features.optional().stream()
                .filter(property -> !chosen.contains(property.name()))
                .toList();
        return OptionalProperties.filledIn(others, definitions, known, essential);
    }
}

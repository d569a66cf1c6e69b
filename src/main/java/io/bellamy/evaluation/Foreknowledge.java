package io.bellamy.evaluation;

import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Context;
import io.bellamy.job.History;
import io.bellamy.job.PlannedRun;
import io.bellamy.job.PropertyDefinitions;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import io.bellamy.prediction.OptionalProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a run of a held-out context before it is run: its essential properties, and of the optional ones what
 * the known runs tell, filled in as for a request. Of one thread at a time.
 */
final class Foreknowledge {

    private final FeaturePipeline features;
    private final PropertyDefinitions definitions;
    private final Map<String, String> essential = new LinkedHashMap<>();
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
        // others than those on the same machine type tell only where there is none
        List<Run> nearer = definitions
                .withRole(Role.MACHINE_TYPE)
                .map(property -> new History(support).matching(Map.of(property, one.essential(property))))
                .orElse(List.of());
        this.support = nearer.isEmpty() ? support : nearer;
    }

    /**
     * A run that is asked about.
     *
     * @param points the runs of the context that are known
     */
    PlannedRun planned(int scaleOut, List<Run> points) {
        return byPoints.computeIfAbsent(points, this::filledIn).planned(scaleOut, essential);
    }

    private OptionalProperties filledIn(List<Run> points) {
        List<Run> known = new ArrayList<>(support);
        known.addAll(points);
        return OptionalProperties.filledIn(features.optional(), definitions, known, essential);
    }
}

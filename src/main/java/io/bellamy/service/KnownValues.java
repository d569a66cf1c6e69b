package io.bellamy.service;

import io.bellamy.data.Dataset;
import io.bellamy.features.FeaturePipeline;
import io.bellamy.job.Role;
import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that the runs of a job had, for those who choose among them.
 *
 * @param machineType the property that names machine types, where there is one
 * @param byProperty of each essential property the most frequent values, the most frequent first
 */
public record KnownValues(Optional<String> machineType, Map<String, List<String>> byProperty) {

    /** Among more nobody chooses. */
    private static final int MOST = 50;

    public KnownValues {
        byProperty = Collections.unmodifiableMap(new LinkedHashMap<>(byProperty));
    }

    static KnownValues of(Dataset dataset, FeaturePipeline pipeline) {
        Map<String, List<String>> byProperty = new LinkedHashMap<>();
        for (String property : pipeline.essentialNames()) {
            List<String> values = values(dataset.known(), property);
            if (!values.isEmpty()) {
                byProperty.put(property, values);
            }
        }
        return new KnownValues(
                dataset.definitions().withRole(Role.MACHINE_TYPE).filter(byProperty::containsKey), byProperty);
    }

    /** Of several spellings of a value the first one. */
    private static List<String> values(List<Run> runs, String property) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> spellings = new LinkedHashMap<>();
        for (Run run : runs) {
            String text = run.essential(property);
            if (!text.isBlank()) {
                counts.merge(run.canonical(property), 1, Integer::sum);
                spellings.putIfAbsent(run.canonical(property), text);
            }
        }
        List<String> canonical = new ArrayList<>(counts.keySet());
        canonical.sort(Comparator.comparing(counts::get, Comparator.reverseOrder()));
        return canonical.stream().limit(MOST).map(spellings::get).toList();
    }
}

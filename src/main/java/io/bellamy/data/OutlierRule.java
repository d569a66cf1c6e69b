package io.bellamy.data;

import io.bellamy.job.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happens to runs that were much faster or slower than their repetitions. */
public enum OutlierRule {
    /** Every run stays, in the order of the file. */
    KEEP,

    /**
     * Of the repetitions of each configuration the fastest and the slowest are dropped, where there are at least three
     * (Bell); what stays is ordered by scale-out and runtime.
     */
    DROP_EXTREMES;

    List<Run> apply(List<Run> runs) {
        return switch (this) {
            case KEEP -> runs;
            case DROP_EXTREMES -> withoutExtremes(runs);
        };
    }

    private static List<Run> withoutExtremes(List<Run> runs) {
        Map<Integer, Map<String, List<Run>>> repetitions = new TreeMap<>();
        for (Run run : runs) {
            repetitions
                    .computeIfAbsent(run.scaleOut(), scaleOut -> new LinkedHashMap<>())
                    .computeIfAbsent(configuration(run), configuration -> new ArrayList<>())
                    .add(run);
        }
        List<Run> kept = new ArrayList<>();
        for (Map<String, List<Run>> configurations : repetitions.values()) {
            for (List<Run> group : configurations.values()) {
                group.sort(Comparator.comparingDouble(Run::runtime));
                kept.addAll(group.size() < 3 ? group : group.subList(1, group.size() - 1));
            }
        }
        return kept;
    }

    private static String configuration(Run run) {
        Map<String, String> canonical = new TreeMap<>();
        run.properties().names().forEach(name -> canonical.put(name, run.canonical(name)));
        return canonical.toString();
    }
}

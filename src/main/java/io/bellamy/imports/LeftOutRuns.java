package io.bellamy.imports;

import java.util.Map;
import java.util.TreeMap;

/** Counts runs that nothing can be learned from, by the reason. */
final class LeftOutRuns {

    private static final int MOST_REASONS = 50;
    private static final String OTHER = "other reasons";

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();

    void add(RunRow row, String reason) {
        boolean known = counts.containsKey(reason) || counts.size() < MOST_REASONS;
        String shown = known ? reason : OTHER;
        counts.merge(shown, 1L, Long::sum);
        examples.putIfAbsent(shown, row.text(RunColumn.LOG));
    }

    Map<String, Long> counts() {
        return counts;
    }

    Map<String, String> examples() {
        return examples;
    }
}

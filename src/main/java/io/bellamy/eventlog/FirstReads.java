package io.bellamy.eventlog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How large the data are that stages read from files: of each place the stage that read most of it, but none that has data kept
 * by an earlier one, for what is read of these counts as read again.
 */
final class FirstReads {

    private final Map<Set<String>, Long> bySources = new HashMap<>();
    private final Set<Long> kept = new HashSet<>();
    private long largestStage;

    void add(FinishedStage stage, long bytes) {
        boolean again = stage.kept().stream().anyMatch(kept::contains);
        kept.addAll(stage.kept());
        largestStage = Math.max(largestStage, bytes);
        if (!again && bytes > 0 && !stage.sources().isEmpty()) {
            bySources.merge(new TreeSet<>(stage.sources()), bytes, Math::max);
        }
    }

    /** Of all places together, as far as stages name them. */
    long bytes() {
        List<Set<String>> mostFirst = new ArrayList<>(bySources.keySet());
        mostFirst.sort(Comparator.comparingInt((Set<String> sources) -> -sources.size())
                .thenComparing(Set::toString));
        Set<String> counted = new HashSet<>();
        long bytes = 0;
        for (Set<String> sources : mostFirst) {
            if (counted.addAll(sources)) {
                bytes += bySources.get(sources);
            }
        }
        return bytes;
    }

    long largestStage() {
        return largestStage;
    }
}

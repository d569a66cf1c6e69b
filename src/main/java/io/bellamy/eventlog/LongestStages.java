package io.bellamy.eventlog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps those stages of a run that took longest, however many there are. */
public final class LongestStages {

    private static final int KEPT = 20;

    private final PriorityQueue<StageFacts> longest = new PriorityQueue<>(
            Comparator.comparingLong((StageFacts stage) -> stage.duration().orElse(0))
                    .thenComparingLong(stage -> -stage.id()));

    /** Keeps it if it took longer than others. */
    public void add(StageFacts stage) {
        longest.add(stage);
        if (longest.size() > KEPT) {
            longest.remove();
        }
    }

    /** Those that are kept, in the order in which they were submitted. */
    public List<StageFacts> inOrder() {
        List<StageFacts> stages = new ArrayList<>(longest);
        stages.sort(Comparator.comparingLong(StageFacts::id).thenComparingLong(StageFacts::attempt));
        return stages;
    }
}

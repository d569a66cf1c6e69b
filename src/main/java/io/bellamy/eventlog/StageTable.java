package io.bellamy.eventlog;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The stages and tasks of a run. Of stages that ended, those that took longest are kept. */
final class StageTable {

    private final Map<StageKey, StageTally> running = new HashMap<>();
    private final Set<StageKey> ended = new HashSet<>();
    private final LongestStages longest = new LongestStages();
    private final BusyTime busy = new BusyTime();
    private final FirstReads reads = new FirstReads();
    private TaskWork work = TaskWork.NONE;
    private long firstSubmitted = Long.MAX_VALUE;
    private long lastCompleted;
    private long tasks;
    private long failedTasks;
    private long starvedTasks;

    void taskEnded(EventLine line) throws IOException {
        FinishedTask task = FinishedTask.of(line);
        tasks++;
        failedTasks += task.succeeded() ? 0 : 1;
        starvedTasks += task.starved() ? 1 : 0;
        work = work.and(task.work());
        busy.add(task.launched(), task.finished());
        if (!ended.contains(task.stage())) {
            running.computeIfAbsent(task.stage(), stage -> new StageTally()).add(task);
        }
    }

    void stageEnded(EventLine line) throws IOException {
        FinishedStage brief = FinishedStage.of(line, false);
        ended.add(brief.key());
        StageTally known = running.remove(brief.key());
        StageTally tally = known == null ? new StageTally() : known;
        FinishedStage stage = tally.work().read() > 0 ? FinishedStage.of(line, true) : brief;
        firstSubmitted = Math.min(firstSubmitted, stage.submitted().orElse(Long.MAX_VALUE));
        lastCompleted = Math.max(lastCompleted, stage.completed().orElse(0));
        reads.add(stage, tally.work().read());
        longest.add(tally.facts(stage));
    }

    /** Those of the stages that took longest, in the order in which they were submitted. */
    List<StageFacts> longest() {
        return longest.inOrder();
    }

    /** When the first stage was submitted. */
    OptionalLong firstSubmitted() {
        return firstSubmitted == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(firstSubmitted);
    }

    /** When the last stage ended. */
    OptionalLong lastCompleted() {
        return lastCompleted == 0 ? OptionalLong.empty() : OptionalLong.of(lastCompleted);
    }

    /** What was read for the first time. */
    FirstReads reads() {
        return reads;
    }

    TaskTotals totals() {
        return new TaskTotals(tasks, failedTasks, OptionalLong.of(starvedTasks), OptionalLong.of(busy.millis()), work);
    }
}

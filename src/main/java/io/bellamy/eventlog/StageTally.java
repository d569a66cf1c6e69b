package io.bellamy.eventlog;

import java.util.OptionalLong;

/** What the tasks of a stage did so far. */
final class StageTally {

    private final Durations durations = new Durations();
    private TaskWork work = TaskWork.NONE;
    private long tasks;
    private long failed;

    void add(FinishedTask task) {
        durations.add(task.finished() - task.launched());
        work = work.and(task.work());
        tasks++;
        failed += task.succeeded() ? 0 : 1;
    }

    TaskWork work() {
        return work;
    }

    StageFacts facts(FinishedStage stage) {
        return new StageFacts(
                stage.key().id(),
                stage.key().attempt(),
                stage.name(),
                stage.submitted(),
                stage.duration(),
                tasks,
                failed,
                OptionalLong.of(durations.longest()),
                OptionalLong.of(durations.median()),
                work);
    }
}
